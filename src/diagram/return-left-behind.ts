import type { DataReturn } from '#model/data-return.ts';
import type { CodeMapping, EventPlace, Source, Workspace } from '#model/workspace.ts';

/** Mappings that serve one return alone: without it they feed nothing. They are kept all the same. */
export interface LeftBehind {
  readonly sources: readonly Source[];
  readonly eventPlaces: readonly EventPlace[];
  readonly codeMappings: readonly CodeMapping[];
}

/** What would feed nothing if a return were taken away. */
export function leftBehind(workspace: Workspace, dataReturn: DataReturn): LeftBehind {
  const others = workspace.returns.filter(({ id }) => id !== dataReturn.id);
  const only = <Key>(keysOf: (one: DataReturn) => readonly Key[]): ReadonlySet<Key> => {
    const elsewhere = new Set(others.flatMap(keysOf));
    return new Set(keysOf(dataReturn).filter((key) => !elsewhere.has(key)));
  };
  const facts = only(({ items }) => items.flatMap(({ fact }) => fact ?? []));
  const events = only(({ events }) => events.map(({ id }) => id));
  const codeSets = only(({ codes }) => codes.map(({ codeSet }): string => codeSet));
  return {
    sources: workspace.sources.filter(
      ({ fact, use, status }) => facts.has(fact) && use === 'feeds' && status !== 'ignored',
    ),
    eventPlaces: workspace.eventPlaces.filter(({ event }) => events.has(event)),
    codeMappings: workspace.codeMappings.filter(({ codeSet }) => codeSets.has(codeSet)),
  };
}
