import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const SOURCE_FOLDER = fileURLToPath(new URL('../../../src', import.meta.url));

/** Something that a file imports, as it is written there. */
export interface Import {
  readonly from: string;
  readonly how: 'static' | 'lazy' | 'type';
}

/** A source file, seen from outside: where it stands, what it imports, and how it exports. */
export interface SourceFile {
  /** Path below `src`. */
  readonly path: string;
  /** The folder directly below `src`; empty for a file beside the rooms. */
  readonly room: string;
  readonly lines: number;
  readonly imports: readonly Import[];
  readonly hasDefaultExport: boolean;
  /** It hands on what other files export and has nothing of its own. */
  readonly isBarrel: boolean;
}

type Parsed = ReturnType<typeof parseSync>;

function importsOf(parsed: Parsed, text: string): readonly Import[] {
  const { staticImports, staticExports, dynamicImports } = parsed.module;
  const still = staticImports.map((each): Import => {
    const isType = each.entries.length > 0 && each.entries.every((entry) => entry.isType);
    return { from: each.moduleRequest.value, how: isType ? 'type' : 'static' };
  });
  const handedOn = staticExports.flatMap((each) =>
    each.entries.flatMap((entry): readonly Import[] =>
      entry.moduleRequest === null ? [] : [{ from: entry.moduleRequest.value, how: entry.isType ? 'type' : 'static' }],
    ),
  );
  const lazy = dynamicImports.map(
    ({ moduleRequest }): Import => ({ from: text.slice(moduleRequest.start + 1, moduleRequest.end - 1), how: 'lazy' }),
  );
  return [...still, ...handedOn, ...lazy];
}

function isBarrel(parsed: Parsed): boolean {
  const { body } = parsed.program;
  const handsAllOn = body.some((statement) => statement.type === 'ExportAllDeclaration');
  const handsOn = (statement: (typeof body)[number]): boolean =>
    statement.type === 'ImportDeclaration' ||
    statement.type === 'ExportAllDeclaration' ||
    (statement.type === 'ExportNamedDeclaration' && statement.declaration === null);
  return handsAllOn || (body.length > 0 && body.every(handsOn));
}

/** Reads one source file; `path` is its path below `src`. */
export function toSourceFile(path: string, text: string): SourceFile {
  const parsed = parseSync(path, text);
  const slash = path.indexOf('/');
  const exports = parsed.module.staticExports.flatMap((each) => each.entries);
  return {
    path,
    room: slash < 0 ? '' : path.slice(0, slash),
    lines: text.trimEnd().split('\n').length,
    imports: importsOf(parsed, text),
    hasDefaultExport: exports.some(({ exportName }) => exportName.kind === 'Default' || exportName.name === 'default'),
    isBarrel: isBarrel(parsed),
  };
}

/** Every TypeScript file below `src`. */
export function readSourceFiles(): readonly SourceFile[] {
  return readdirSync(SOURCE_FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/u.test(path) && !path.endsWith('.d.ts'))
    .toSorted()
    .map((path) => toSourceFile(path, readFileSync(join(SOURCE_FOLDER, path), 'utf8')));
}
