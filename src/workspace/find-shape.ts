import { RETURNS_FOLDER } from './read-returns.ts';
import type { Shape } from './shape.ts';
import * as mappings from './shapes-mappings.ts';
import * as workflows from './shapes-workflows.ts';

const { RETURN_CODES, RETURN_EVENTS, RETURN_ITEMS, RETURN_RULES, ...ownMappings } = mappings;
const OF_RETURNS: readonly Shape[] = [RETURN_ITEMS, RETURN_CODES, RETURN_RULES, RETURN_EVENTS];
const OWN: ReadonlyMap<string, Shape> = new Map(
  [...Object.values(workflows), ...Object.values(ownMappings)].map((shape) => [shape.file, shape]),
);

/** The columns of a file of a workspace, those of its own returns included. */
export function findShape(file: string): Shape | undefined {
  if (!file.startsWith(`${RETURNS_FOLDER}/`)) return OWN.get(file);
  const name = file.split('/').at(-1);
  const isShared = file === `${RETURNS_FOLDER}/facts.csv`;
  return isShared ? mappings.FACTS : OF_RETURNS.find((shape) => shape.file === name);
}
