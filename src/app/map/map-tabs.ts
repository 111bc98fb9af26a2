import type { Shown } from '#app/use-shown.ts';
import type { Panel } from './map-view.ts';

export interface Tab {
  readonly panel: Panel;
  readonly words: string;
  readonly count: number | null;
}

const tab = (panel: Panel, words: string, count: number | null = null): Tab => ({ panel, words, count });

const isIn = <Key>(known: ReadonlyMap<Key, unknown>, key: Key | null): boolean => key !== null && known.has(key);

/** The panels that have something to show. */
export function tabsOf({ item, view, audit, opened, index }: Shown): readonly Tab[] {
  const problems = opened.problems.length;
  const hasAction = isIn(index.nextActions, view.nextAction);
  const hasStep = isIn(index.stepTypes, view.step);
  const hasThread = isIn(index.questions, view.question) || isIn(index.facts, view.fact) || item !== null;
  return [
    ...(hasThread ? [tab('thread', 'Thread')] : []),
    ...(item === null ? [] : [tab('item', 'Item')]),
    ...(hasAction || hasStep ? [tab('step', hasAction ? 'Next action' : 'Step')] : []),
    tab('findings', 'Findings', audit?.findings.length ?? null),
    ...(problems === 0 ? [] : [tab('files', 'Files', problems)]),
  ];
}
