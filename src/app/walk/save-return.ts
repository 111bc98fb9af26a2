import { download } from '#app/download.ts';
import { schemaOf, writeReturnFile } from '#pipeline/walk-case.ts';
import type { ReturnNow } from './use-return-now.ts';
import type { WalkNow } from './walk-now.ts';

/** The whole message with the header and this one child. */
export const messageOf = ({ rules }: Pick<WalkNow, 'rules'>, { child, options }: ReturnNow): string =>
  [...writeReturnFile(rules, [child], options)].join('');

const slug = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-+|-+$/gu, '')
    .slice(0, 60);

const XML = 'application/xml';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export function saveMessage(walk: Pick<WalkNow, 'rules' | 'played'>, now: ReturnNow): void {
  const year = walk.rules.index.dataReturn?.id ?? 'return';
  download(`${slug(year)}-${slug(walk.played.name) || 'case'}.xml`, bytesOf(messageOf(walk, now)), XML);
}

export function saveSchema({ rules }: Pick<WalkNow, 'rules'>): void {
  download(`${slug(rules.index.dataReturn?.id ?? 'return')}.xsd`, bytesOf(schemaOf(rules.index)), XML);
}
