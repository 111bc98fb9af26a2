import { describeUnverified } from '#diagram/item-words.ts';
import type { ReturnRule } from '#model/data-return.ts';
import type { GroupElement, ItemElement, ReturnElement } from '#returns/child-return.ts';
import { isSent } from '#returns/write-xml.ts';
import { type CaseForms, type Going, placesOfElement } from './element-places.ts';
import { describeCodes, describeDueOf, describeElement, describeUnread } from './element-words.ts';
import { saysSomething, type Told } from './entry-words.ts';
import { instanceName } from './instance-names.ts';
import { placeOfEntry } from './lit.ts';
import { stepNames } from './step-names.ts';

/** An entry of the same fact that the return does not read. */
export interface UnreadView {
  readonly says: string;
  readonly going: Going | null;
}

/** A place of the case that an element is about. */
export interface GoingView extends Going {
  /** "Section 47 enquiry". */
  readonly stepName: string;
}

/** All that is known of one element of the return. */
export interface ElementDetails {
  readonly key: string;
  readonly tag: string;
  readonly cbds: string;
  /** The item's name; empty for a group. */
  readonly name: string;
  /** "Section 47 enquiry 1". */
  readonly where: string;
  readonly state: ItemElement['state'] | null;
  /** The value and why, or why there is none. */
  readonly says: readonly string[];
  readonly codes: readonly string[];
  readonly due: string;
  readonly unread: readonly UnreadView[];
  readonly rules: readonly ReturnRule[];
  /** What is not verified of the item; empty: nothing. */
  readonly notVerified: string;
  /** The places that fed it, or that could. */
  readonly places: readonly GoingView[];
}

function ofGroup(told: Told, key: string, group: GroupElement): ElementDetails {
  const sent = group.children.filter((child) => child.kind === 'item' && isSent(child)).length;
  const items = group.children.filter(({ kind }) => kind === 'item').length;
  const count = items === 0 ? '' : `${sent} of its ${items} own lines ${sent === 1 ? 'is' : 'are'} sent.`;
  return {
    key,
    tag: group.tag,
    cbds: '',
    name: '',
    where: instanceName(told.index, told.state, group.instance),
    state: null,
    says: [group.says, count].filter((words) => words !== ''),
    codes: [],
    due: '',
    unread: [],
    rules: [],
    notVerified: '',
    places: [],
  };
}

function ofItem(told: Told, forms: CaseForms, key: string, element: ItemElement): ElementDetails {
  const { index, state } = told;
  const { item, tag } = element;
  const names = stepNames(index, state);
  return {
    key,
    tag,
    cbds: item.cbds,
    name: item.name,
    where: instanceName(index, state, element.instance),
    state: element.state,
    says: describeElement(told, element),
    codes: describeCodes(index, element),
    due: describeDueOf(index, element),
    unread: element.unread.filter(saysSomething).map((entry) => ({
      says: describeUnread(told, entry),
      going: entry.step === null ? null : { step: entry.step, place: placeOfEntry(entry) },
    })),
    rules: element.rules,
    notVerified: describeUnverified(item),
    places: placesOfElement(forms, element).map((going) => ({
      ...going,
      stepName: names.get(going.step) ?? going.step,
    })),
  };
}

/** What stands below the lines when one of them is looked at. */
export function elementDetails(
  told: Told,
  definitions: CaseForms['definitions'],
  key: string,
  element: ReturnElement,
): ElementDetails {
  const forms: CaseForms = { index: told.index, state: told.state, definitions };
  return element.kind === 'group' ? ofGroup(told, key, element) : ofItem(told, forms, key, element);
}
