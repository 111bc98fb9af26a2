import { findNear } from './near.ts';
import { quoted, type Reading, tellError, tellWarning, type Where } from './problems.ts';
import type { Shape } from './shape.ts';

/** Where each named column stands; of several with one name, the first. */
export function columnsOf(header: readonly string[]): ReadonlyMap<string, number> {
  const at = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const name = cell.trim();
    if (name !== '' && !at.has(name)) at.set(name, index);
  }
  return at;
}

function tellDoubled(reading: Reading, where: Where, header: readonly string[]): void {
  const names = header.map((cell) => cell.trim()).filter((name) => name !== '');
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const name of names) (seen.has(name) ? doubled : seen).add(name);
  for (const name of doubled) {
    const message = `The header names the column ${quoted(name)} twice; only the first of them is read. Rename or delete the other.`;
    tellError(reading, { ...where, column: name }, message);
  }
}

/** Says what is wrong with a header; false when a required column is missing, so that no row can be read. */
export function checkHeader(reading: Reading, shape: Shape, where: Where, header: readonly string[]): boolean {
  tellDoubled(reading, where, header);
  const names = [...columnsOf(header).keys()];
  const known = new Set(shape.columns.map((column) => column.name));
  const unknown = new Set(names.filter((name) => !known.has(name)));
  const absent = shape.columns.filter((column) => !names.includes(column.name));
  const missing = absent.filter((column) => column.required);
  for (const { name } of missing) {
    const near = findNear(name, unknown, reading.hints);
    if (near !== undefined) unknown.delete(near);
    const remedy =
      near === undefined ? 'Add it to the first row.' : `Is it the one called ${quoted(near)}? Then rename that.`;
    tellError(
      reading,
      { ...where, column: name },
      `The column "${name}" is missing, so no row of this file could be read. ${remedy}`,
    );
  }
  for (const name of unknown) {
    const near = findNear(
      name,
      absent.map((column) => column.name),
      reading.hints,
    );
    if (near === undefined) continue;
    const message = `The column ${quoted(name)} is not known and is kept as it is. Did you mean "${near}"?`;
    tellWarning(reading, { ...where, column: name }, message);
  }
  return missing.length === 0;
}
