/** An element of a BPMN file of which nobody has looked at anything but what it is called. */
export interface BpmnElement {
  readonly raw: object;
  /** Without its namespace: `userTask`. */
  readonly type: string;
  readonly id: string;
  readonly name: string;
}

/** A member of something that may be anything. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** A member that is a text; empty where it is none. */
export function textOf(value: unknown, name: string): string {
  const found = memberOf(value, name);
  return typeof found === 'string' ? found : '';
}

const plainType = (type: string): string => {
  const name = type.slice(type.indexOf(':') + 1);
  return name.charAt(0).toLowerCase() + name.slice(1);
};

/** The element that a value is; null where it is none. */
export function toElement(value: unknown): BpmnElement | null {
  const type = textOf(value, '$type');
  if (typeof value !== 'object' || value === null || type === '') return null;
  return { raw: value, type: plainType(type), id: textOf(value, 'id'), name: textOf(value, 'name').trim() };
}

/** The elements that a member lists. */
export function elementsOf(value: unknown, name: string): readonly BpmnElement[] {
  const found = memberOf(value, name);
  return Array.isArray(found) ? found.flatMap((each: unknown) => toElement(each) ?? []) : [];
}

/** The text of an element's notes. */
export const documentationOf = (value: unknown): string =>
  elementsOf(value, 'documentation')
    .map(({ raw }) => textOf(raw, 'text').trim())
    .filter((text) => text !== '')
    .join('\n');

/** What one of our own elements says of the element that it stands in; null where there is none of that name. */
export const findOwn = (value: unknown, name: string): unknown =>
  elementsOf(memberOf(value, 'extensionElements'), 'values').find(
    ({ raw }) => textOf(raw, '$type') === `throughline:${name}`,
  )?.raw ?? null;

/** How a person finds an element again: `userTask “Referral” (Activity_1)`. */
export const placeOf = ({ type, name, id }: Pick<BpmnElement, 'type' | 'name' | 'id'>): string =>
  [type, name === '' ? '' : `“${name}”`, id === '' ? '' : `(${id})`].filter((part) => part !== '').join(' ');
