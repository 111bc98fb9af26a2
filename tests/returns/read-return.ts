import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import papa from 'papaparse';

const RETURNS = fileURLToPath(new URL('../../mappings/returns/', import.meta.url));
const EXPECTED = fileURLToPath(new URL('./expected/', import.meta.url));

export const YEARS = ['2023-24', '2024-25', '2025-26', '2026-27'] as const;
export type Year = (typeof YEARS)[number];

export interface ItemRow {
  readonly item: string;
  readonly tag: string;
  readonly path: string;
  readonly module: string;
  readonly name: string;
  readonly cbds: string;
  readonly format: string;
  readonly code_set: string;
  readonly min: string;
  readonly max: string;
  readonly event: string;
  readonly condition: string;
  readonly fact: string;
  readonly child_protection: string;
  readonly confidence: string;
  readonly source: string;
}
export interface CodeRow {
  readonly code_set: string;
  readonly code: string;
  readonly label: string;
}
export interface RuleRow {
  readonly rule: string;
  readonly type: string;
  readonly items: string;
  readonly says: string;
}
export interface EventRow {
  readonly event: string;
  readonly name: string;
  readonly default_roles: string;
}
export interface FactRow {
  readonly fact: string;
  readonly name: string;
  readonly subject: string;
  readonly scope: string;
  readonly kind: string;
  readonly protected: string;
  readonly definition: string;
}
export interface PromptRow {
  readonly fact: string;
  readonly kind: string;
  readonly role: string;
  readonly ref: string;
  readonly order: string;
  readonly note: string;
  readonly confidence: string;
  readonly evidence: string;
}

/** A file of the shipped returns with the header it has and the rows below it. */
export interface Csv<Row> {
  readonly text: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

function readCsv<Row>(path: string): Csv<Row> {
  const text = readFileSync(path, 'utf8');
  const parsed = papa.parse<Row>(text, { header: true, skipEmptyLines: true, delimiter: ',' });
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors.map((error) => error.message).join('; ')}`);
  return { text, columns: parsed.meta.fields ?? [], rows: parsed.data };
}

/** A file of one shipped year, such as `items.csv`. */
export function readShipped<Row>(year: Year, file: string): Csv<Row> {
  return readCsv<Row>(join(RETURNS, `cin-${year}`, file));
}

/** A file that all shipped returns share, such as `facts.csv`. */
export function readShared<Row>(file: string): Csv<Row> {
  return readCsv<Row>(join(RETURNS, file));
}

/** What was taken from the sources a second time, apart from the shipped files. */
export function readExpected<Row>(year: Year, file: string): Csv<Row> {
  return readCsv<Row>(join(EXPECTED, year, file));
}

export function readReturnJson(year: Year): unknown {
  return JSON.parse(readFileSync(join(RETURNS, `cin-${year}`, 'return.json'), 'utf8'));
}

/** The sentences of `notVerified` in a year's `return.json`. */
export function readDoubts(year: Year): readonly string[] {
  const value = readReturnJson(year);
  if (typeof value !== 'object' || value === null || !('notVerified' in value))
    throw new Error(`${year}: no notVerified`);
  if (!Array.isArray(value.notVerified)) throw new Error(`${year}: notVerified is no list`);
  return value.notVerified.map(String);
}

/** Every file below `mappings/returns`, as paths from there in sorted order. */
export function listShippedFiles(): readonly string[] {
  return readdirSync(RETURNS, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(RETURNS.length))
    .sort();
}

export function readText(file: string): string {
  return readFileSync(join(RETURNS, file), 'utf8');
}

/** The members of a list inside a cell. */
export function splitList(cell: string): readonly string[] {
  return cell === '' ? [] : cell.split('; ');
}
