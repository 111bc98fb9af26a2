import type { CodeMapping, Source, Workspace } from '#model/workspace.ts';
import type { Change } from '#workspace/apply-edit.ts';
import type { CellChange } from '#workspace/change-table.ts';
import type { MosaicChange, Suspect } from './compare-made.ts';

/** Mappings that somebody has to look at again. None is ever taken away. */
export interface FlaggedMappings {
  readonly changes: readonly Change[];
  readonly told: readonly MosaicChange[];
}

const suspectKey = (what: string, ...parts: readonly string[]): string => [what, ...parts].join('\u0000');

/** What a source hangs on, from the nearest: the question before its form. */
function hangsOn({ kind, stepType, form, question, ref }: Source): readonly string[] {
  return [
    ...(form !== null && question !== null ? [suspectKey('question', form, question)] : []),
    ...(kind === 'next-action' ? [suspectKey('next action', ref)] : []),
    ...(stepType === null ? [] : [suspectKey('step type', stepType)]),
    ...(kind === 'step-path' ? ref.split(';').map((step) => suspectKey('step type', step.trim())) : []),
    ...(form === null ? [] : [suspectKey('form', form)]),
    ...(form === null || stepType === null ? [] : [suspectKey('form of a step', stepType, form)]),
  ];
}

const joined = (why: string, more: string): string => [why, more].filter((part) => part !== '').join(' ');

type Flaggable = Pick<Source, 'status' | 'why' | 'at'>;

/** Flags a mapping; what a person has put aside, or flagged already, keeps its word. */
function flagCells({ status, why, at }: Flaggable, reason: string): readonly CellChange[] {
  const { row } = at;
  const note = { row, column: 'why', value: joined(why, reason) };
  return status === 'ignored' ? [] : [{ row, column: 'status', value: 'flagged' }, note];
}

function flagged(what: string, { status }: Flaggable, key: string, why: string): MosaicChange {
  return { kind: 'flagged', what, key, column: 'status', before: status, after: why };
}

function answerCells(code: CodeMapping, found: Suspect): readonly CellChange[] {
  const moved = found.now === null ? [] : [{ row: code.at.row, column: 'answer', value: found.now }];
  return [...moved, ...flagCells(code, found.why)];
}

const listOf = (lookup: string): readonly string[] => {
  const [, form, question] = /^question:([^/]+)\/(.+)$/u.exec(lookup) ?? [];
  return form === undefined || question === undefined ? [] : [suspectKey('question', form, question)];
};

const changesIn = (file: string, cells: readonly CellChange[]): readonly Change[] =>
  cells.length === 0 ? [] : [{ kind: 'cells', file, cells }];

interface Hanging<Mapping> {
  readonly mapping: Mapping;
  readonly found: Suspect;
}

type Find = (keys: readonly string[]) => Suspect | undefined;

function hangingSources(sources: readonly Source[], find: Find): readonly Hanging<Source>[] {
  return sources.flatMap((mapping) => {
    const found = find(hangsOn(mapping));
    return found === undefined || mapping.status === 'ignored' ? [] : [{ mapping, found }];
  });
}

/** An answer that was put aside is still carried over to its new wording. */
function hangingCodes(codes: readonly CodeMapping[], find: Find): readonly Hanging<CodeMapping>[] {
  return codes.flatMap((mapping) => {
    const found = find([suspectKey('answer', mapping.lookup, mapping.answer), ...listOf(mapping.lookup)]);
    return found === undefined || (mapping.status === 'ignored' && found.now === null) ? [] : [{ mapping, found }];
  });
}

const joinKey = (...parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' / ');

/** Marks the sources and codes that hang on something that was reworded or has vanished, with the reason. */
export function flagSuspects(
  { sources, codeMappings }: Pick<Workspace, 'sources' | 'codeMappings'>,
  suspects: readonly Suspect[],
): FlaggedMappings {
  const byKey = new Map(suspects.map((each) => [suspectKey(each.what, ...each.key), each]));
  const find: Find = (keys) => keys.map((key) => byKey.get(key)).find((each) => each !== undefined);
  const onSources = hangingSources(sources, find);
  const onCodes = hangingCodes(codeMappings, find);
  const sourceCells = onSources.flatMap(({ mapping, found }) => flagCells(mapping, found.why));
  const codeCells = onCodes.flatMap(({ mapping, found }) => answerCells(mapping, found));
  return {
    changes: [...changesIn('mappings/sources.csv', sourceCells), ...changesIn('mappings/codes.csv', codeCells)],
    told: [
      ...onSources.map(({ mapping, found }) => {
        const { fact, stepType, form, question, ref } = mapping;
        return flagged('source', mapping, joinKey(fact, stepType, form, question, ref), found.why);
      }),
      ...onCodes.map(({ mapping, found }) => {
        const { lookup, answer, codeSet, code } = mapping;
        return flagged('code', mapping, joinKey(lookup, answer, codeSet, code), found.why);
      }),
    ],
  };
}
