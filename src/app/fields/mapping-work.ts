import { currentAuthor } from '#app/use-author.ts';
import type { CodeMap } from '#diagram/fields/code-map.ts';
import { type FactProposal, factProposals } from '#diagram/fields/fact-proposals.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import { suggestionsByQuestion } from '#diagram/fields/row-lookups.ts';
import { setLists } from '#edits/edit-questions.ts';
import { describeSource, removeSources, setSourceStatus } from '#edits/edit-sources.ts';
import { mapAnswers, setCodeStatus, unmapAnswer } from '#edits/map-codes.ts';
import { createFact, type FactMapping, flagFacts, mapQuestions, rejectFacts } from '#edits/map-facts.ts';
import { type FactId, factId } from '#model/ids.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Suggestions } from '#model/suggestion.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';
import type { AppStore } from '#store/create-store.ts';
import { FIRST_VIEW, toHash, type View } from '#store/view.ts';
import type { CodeMapActions } from '#views/code-map/code-map.tsx';
import type { AssessedColumn, HowSet } from '#views/mapping-panel/assess-form.tsx';
import type { DraftFact } from '#views/mapping-panel/new-fact-form.tsx';
import type { SourceActions } from '#views/mapping-panel/source-card.tsx';

/** Does an edit of the workspace as it is at that moment. */
function change(store: AppStore, work: (workspace: Workspace) => Edit): boolean {
  const { shown } = store.getState();
  return shown !== null && store.edit(work(shown.opened.value));
}

const mappingTo = ({ question }: QuestionRow, fact: FactId, why: string): FactMapping => ({
  form: question.form,
  question: question.code,
  fact,
  why,
});

/** What is said of sources, one by one. */
export const sourceActions = (store: AppStore): SourceActions => ({
  onStatus: (source, status, why) => change(store, () => setSourceStatus([source], status, currentAuthor(), why)),
  onUse: (source, use) => change(store, () => describeSource(source, { use })),
  onOrder: (source, order) => change(store, () => describeSource(source, { order })),
  onAssured: (source, assured) => change(store, () => describeSource(source, { assured })),
  onWhy: (source, why) => change(store, () => describeSource(source, { why })),
  onRemove: (source) => change(store, () => removeSources([source])),
});

/** Maps questions to one fact. */
export const mapTo = (store: AppStore, rows: readonly QuestionRow[], fact: FactId, why: string): boolean =>
  change(store, (workspace) =>
    mapQuestions(
      workspace,
      rows.map((row) => mappingTo(row, fact, why)),
      currentAuthor(),
    ),
  );

/** Accepts what is suggested for each question. */
export const acceptSuggested = (store: AppStore, rows: readonly QuestionRow[]): boolean =>
  change(store, (workspace) => {
    const mappings = rows.flatMap((row) =>
      row.suggestion === null ? [] : [mappingTo(row, row.suggestion.fact, row.suggestion.reasons.join('; '))],
    );
    return mapQuestions(workspace, mappings, currentAuthor());
  });

/** Says that a proposed fact is not recorded there. */
export const rejectProposal = (store: AppStore, row: QuestionRow, { fact }: FactProposal): boolean =>
  change(store, (workspace) => rejectFacts(workspace, [mappingTo(row, fact.id, '')], currentAuthor()));

/** The facts of some questions: those they have, otherwise the one suggested. */
const factsOf = (rows: readonly QuestionRow[], why: string): readonly FactMapping[] =>
  rows.flatMap((row) => {
    if (row.sources.length > 0) return row.sources.map(({ fact }) => mappingTo(row, fact, why));
    return row.suggestion === null ? [] : [mappingTo(row, row.suggestion.fact, why)];
  });

/** Flags the facts of some questions; false where they have none that a flag could stand on. */
export const flagRows = (store: AppStore, rows: readonly QuestionRow[], why: string): boolean =>
  change(store, (workspace) => flagFacts(workspace, factsOf(rows, why), currentAuthor()));

/** Ignores the facts of some questions, or rejects what is suggested for them. */
export const ignoreRows = (store: AppStore, rows: readonly QuestionRow[]): boolean =>
  change(store, (workspace) => rejectFacts(workspace, factsOf(rows, ''), currentAuthor()));

/** Adds a fact of the council's own and maps questions to it. */
export const createAndMap = (store: AppStore, rows: readonly QuestionRow[], draft: DraftFact): boolean =>
  change(store, (workspace) => {
    const fact = factId(draft.key);
    const mappings = rows.map((row) => mappingTo(row, fact, ''));
    return createFact(workspace, { ...draft, fact }, mappings, currentAuthor());
  });

/** Why a key cannot be that of a new fact; null where it can. */
export function refuseFact(store: AppStore, key: string): string | null {
  if (!/^[^\s;|"]+$/u.test(key)) return 'A key has no spaces, quotes, ; or |. Write one such as child.lives-with.';
  const facts = store.getState().shown?.opened.value.facts ?? [];
  return facts.some(({ id }) => id === key) ? `The fact ${key} is there already.` : null;
}

/** Says what questions are for, who reads them, or which tags they have. */
export const assessRows = (
  store: AppStore,
  rows: readonly QuestionRow[],
  [column, words, how]: readonly [AssessedColumn, readonly string[], HowSet],
): boolean =>
  change(store, () =>
    setLists(
      rows.map(({ question }) => question),
      column,
      words,
      how,
    ),
  );

const takenCodes = ({ codes }: CodeMap): ReadonlySet<string> =>
  new Set(codes.filter(({ mark }) => mark !== 'retired').map(({ code }) => code));

/** What is done with maps of codes. */
export const codeActions = (store: AppStore): CodeMapActions => ({
  onMap: (map, answers) =>
    change(store, (workspace) => {
      const list = { list: map.list, codeSet: map.codeSet, taken: takenCodes(map) };
      const codes = answers.map(({ answer, code }) => ({ answer, code }));
      return mapAnswers(workspace, list, codes, currentAuthor());
    }),
  onUnmap: (answer, rows) => change(store, () => unmapAnswer(answer, rows)),
  onFlag: (rows, why) => change(store, () => setCodeStatus(rows, 'flagged', currentAuthor(), why)),
  onConfirm: (rows) => change(store, () => setCodeStatus(rows, 'confirmed', currentAuthor(), '')),
});

/** What is proposed for a question: as suggested, and as it was mapped elsewhere. */
export const proposalsFor = (
  index: WorkspaceIndex,
  row: QuestionRow,
  suggestions: Suggestions | null,
): readonly FactProposal[] =>
  factProposals(index, row.question, suggestionsByQuestion(suggestions)?.get(row.key) ?? []);

/** Where "Why is this asked?" is answered. */
export const whyAddress = (view: View, question: string): string =>
  toHash({ ...FIRST_VIEW, screen: 'map', dataReturn: view.dataReturn, question, own: { panel: 'thread' } });
