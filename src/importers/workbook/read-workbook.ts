import { unzipSync, zipSync } from 'fflate';
import readXlsx from 'read-excel-file/universal';

/** What stands in a cell: a day is a date at midnight UTC; null is nothing. */
export type ReadCell = string | number | boolean | Date | null;

/** A sheet as it is in the file; row 1 is the first. */
export interface ReadSheet {
  readonly name: string;
  readonly rows: readonly (readonly ReadCell[])[];
}

/** Why a file cannot be read, in a sentence. */
export interface Refusal {
  readonly failure: string;
}

const LIMIT = 400_000_000;

const isOld = ([one, two, three]: Uint8Array): boolean => one === 0xd0 && two === 0xcf && three === 0x11;
const isZip = ([one, two]: Uint8Array): boolean => one === 0x50 && two === 0x4b;

const OLD =
  'This is an older Excel file, or one with a password. Open it in Excel, take the password off, and save it as “Excel workbook (.xlsx)”.';
const NO_WORKBOOK = 'This is not an Excel workbook (.xlsx).';
const LARGE = 'The workbook is larger than 400 MB when it is unpacked. Take out sheets that do not belong to it.';

/**
 * The parts of a workbook that hold words and numbers, packed again without being squeezed: the reader would otherwise
 * start workers of its own to unpack them.
 */
function plainParts(bytes: Uint8Array): Uint8Array<ArrayBuffer> | Refusal {
  let left = LIMIT;
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(?:xml|rels)$/u.test(name)) return false;
      left -= originalSize;
      return left >= 0;
    },
  });
  return left < 0 ? { failure: LARGE } : zipSync(parts, { level: 0 });
}

const isCell = (value: unknown): value is ReadCell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date;

/** The sheets of an Excel workbook, or why it cannot be read. */
export async function readWorkbook(bytes: Uint8Array): Promise<readonly ReadSheet[] | Refusal> {
  if (isOld(bytes)) return { failure: OLD };
  if (!isZip(bytes)) return { failure: NO_WORKBOOK };
  try {
    const parts = plainParts(bytes);
    if ('failure' in parts) return parts;
    const sheets = await readXlsx(parts.buffer, { trim: false });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: data.map((row) => row.map((cell: unknown) => (isCell(cell) ? cell : null))),
    }));
  } catch (error) {
    // The package throws on whatever it does not understand; that is the file's fault, and the file is somebody's.
    const why = error instanceof Error ? error.message : String(error);
    return { failure: `${NO_WORKBOOK} Open it in Excel and save it again as .xlsx. (${why})` };
  }
}
