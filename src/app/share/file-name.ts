import { zipName } from '#pipeline/write-files.ts';

/** What a file is called: whose it is, what, of which day: `exampleshire-show-and-tell-2026-11-22.pptx`. */
export const fileName = (authority: string, named: string, today: string, ending: string): string =>
  zipName(`${authority === '' ? 'workspace' : authority} ${named}`, today).replace(/zip$/u, ending);

const DECIMAL = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** "184 KB", "2.1 MB". */
export const describeSize = (bytes: number): string =>
  bytes < 1_000_000
    ? `${DECIMAL.format(Math.max(1, Math.round(bytes / 1000)))} KB`
    : `${DECIMAL.format(bytes / 1_000_000)} MB`;
