import type { CaseEvent, CaseInput } from '#machine/case-values.ts';
import type { AnswerValue } from '#machine/step-values.ts';
import type { DataReturn } from '#model/data-return.ts';
import { formId, nextActionId, questionCode, stepTypeId } from '#model/ids.ts';
import { indexWorkspace, type WorkspaceIndex } from '#model/index-workspace.ts';
import { type ChildReturn, type ItemElement, RETURN_OPTIONS, type ReturnOptions } from '#returns/child-return.ts';
import { childReturn, itemsOf } from '#returns/return-of.ts';
import { returnRulesOf } from '#returns/return-rules.ts';
import { writeReturn } from '#returns/write-xml.ts';
import { aWorkspace, type WorkspaceWords } from '../support/a-workspace.ts';
import { Playing, screen } from './playing.ts';

/**
 * A small workspace whose return `test` has its items in a message: the key of an item is the path of its element, and
 * facts are called as the product's own (`protection-plan.start-date`) where a rule of the census is about them.
 */
export function aMessage(words: WorkspaceWords, given: Partial<DataReturn> = {}): WorkspaceIndex {
  const workspace = aWorkspace(words);
  const returns = workspace.returns.map((dataReturn) => ({
    ...dataReturn,
    ...given,
    items: dataReturn.items.map((item) => ({ ...item, tag: item.path.split('/').at(-1) ?? '' })),
  }));
  return indexWorkspace({ ...workspace, returns });
}

export const begin = (step: string, on: string, stepSource = ''): CaseEvent => ({
  type: 'begin',
  stepType: stepTypeId(step),
  on,
  stepSource,
});
export const start = (step: string, on: string): CaseEvent => ({ type: 'start', step, on });
export const fill = (step: string, place: string, value: AnswerValue, on: string): CaseEvent => {
  const [form = '', question = ''] = place.split('.');
  return { type: 'fill', step, form: formId(form), question: questionCode(question), value, on };
};
/** The same in another row of a table, or for another child of the group, from 0. */
export const inCopy = (copy: number, event: CaseEvent): CaseEvent =>
  event.type === 'fill' ? { ...event, copy } : event;
export const record = (step: string, key: string, value: AnswerValue, on: string): CaseEvent => ({
  type: 'record',
  step,
  ...screen(key),
  value,
  on,
});
export const complete = (step: string, on: string, ...choose: string[]): CaseEvent => ({
  type: 'complete',
  step,
  choose: choose.map(nextActionId),
  on,
});

/** What a case of events sends. */
export function returned(
  index: WorkspaceIndex,
  events: readonly CaseEvent[],
  given: Partial<CaseInput> & { readonly options?: Partial<ReturnOptions> } = {},
): ChildReturn {
  const playing = new Playing(index, { held: [], on: '2026-04-01', ...given });
  for (const event of events) playing.send(event);
  return childReturn(returnRulesOf(index), playing.moment.state, { ...RETURN_OPTIONS, ...given.options });
}

/** The child's part as it is written, each line without what it is set in by. */
export function lines(index: WorkspaceIndex, { header, child }: ChildReturn): readonly string[] {
  const text = [...writeReturn(returnRulesOf(index).shape, header, [child])].join('');
  return text
    .split('\n')
    .slice(1)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The elements of the item at the end of a path, in message order. */
export const elementsAt = ({ child }: ChildReturn, tag: string): readonly ItemElement[] =>
  itemsOf(child).filter((element) => element.path.endsWith(tag));

/** The only element of an item. */
export function elementAt(child: ChildReturn, tag: string): ItemElement {
  const [only, ...others] = elementsAt(child, tag);
  if (only === undefined || others.length > 0) throw new Error(`${tag} stands ${others.length + (only ? 1 : 0)} times`);
  return only;
}
