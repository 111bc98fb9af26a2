import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The product's own folder. The built program lies in `dist/cli`, as deep below it as this file. */
const PACKAGE_ROOT: string = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** The folder that holds the returns the product ships, under `mappings/returns`. */
export const SHIPPED_FOLDER: string = PACKAGE_ROOT;

/** The version of the product. */
export async function readVersion(): Promise<string> {
  const about: unknown = JSON.parse(await readFile(join(PACKAGE_ROOT, 'package.json'), 'utf8'));
  return typeof about === 'object' && about !== null && 'version' in about ? String(about.version) : 'unknown';
}
