import type { Item } from '#model/data-return.ts';
import type { ReturnOptions } from './child-return.ts';
import { inFormat } from './item-value.ts';
import type { ReturnRules } from './return-rules.ts';

type Made = (rules: ReturnRules, item: Item, options: ReturnOptions) => string;

/** The only code of an item's set. */
const onlyCode: Made = ({ codes }, { codeSet }) => {
  const [only = '', ...others] = codeSet === null ? [] : (codes.get(codeSet) ?? []);
  return others.length === 0 ? only : '';
};

const lastDay: Made = ({ dataReturn }) => dataReturn?.period.to ?? '';

/** What the file says of itself, by the fact. */
const MADE: ReadonlyMap<string, Made> = new Map<string, Made>([
  ['message.collection', onlyCode],
  ['message.source-level', onlyCode],
  ['message.year', (...about) => lastDay(...about).slice(0, 4)],
  ['message.reference-date', lastDay],
  ['message.local-authority', (_rules, _item, { authorityNumber }) => authorityNumber],
  ['message.software-code', (_rules, _item, { softwareCode }) => softwareCode],
  ['message.release', (_rules, _item, { release }) => release],
  ['message.serial-number', (_rules, _item, { serialNumber }) => serialNumber],
  ['message.made-at', (_rules, _item, { madeAt }) => madeAt],
]);

/** Whether the return itself makes a fact of the product's own. */
export const isMadeByReturn = (fact: string): boolean => MADE.has(fact);

/** The value of an item that the return itself makes; null where nobody has said how, or it does not fit the format. */
export function generatedValue(rules: ReturnRules, item: Item, options: ReturnOptions): string | null {
  const made = MADE.get(item.fact ?? '')?.(rules, item, options) ?? '';
  if (made.trim() === '') return null;
  const given = inFormat(item.format, made);
  return given.kind === 'value' ? given.value : null;
}
