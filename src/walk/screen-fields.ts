import { listOf } from '#diagram/thread/thread-words.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import { type AnswerValue, screenKey, textsOf } from '#machine/step-values.ts';
import { groupBy, type WorkspaceIndex } from '#model/index-workspace.ts';
import { type QuestionType, SCREEN_KINDS, type SourceKind } from '#model/words.ts';
import type { Source } from '#model/workspace.ts';
import { NOT_KNOWN } from './already-known.ts';
import { dayInWords } from './days.ts';
import { feedsView } from './feeds.ts';
import { describePulled, type FieldView, type Looked } from './field-view.ts';
import { stepNames } from './step-names.ts';

const SCREEN_NAMES: Readonly<Partial<Record<SourceKind, string>>> = {
  'person-field': 'Person record',
  'register-field': 'Child protection register',
  'legal-status': 'Legal status',
  'service-user-group': 'Service user groups',
};

/** One screen outside the form, and the fields of it that are recorded in a step. */
export interface ScreenView {
  readonly title: string;
  readonly fields: readonly FieldView[];
}

const isScreen = ({ kind }: Source): boolean => SCREEN_KINDS.some((screen) => screen === kind);

/** The values that codes.csv knows of a screen's field; null where it knows none. */
export function screenValues(
  index: WorkspaceIndex,
  { kind, ref }: Pick<Source, 'kind' | 'ref'>,
): readonly string[] | null {
  const known = index.workspace.codeMappings.filter(
    ({ lookup, status }) => lookup === screenKey(kind, ref) && status !== 'ignored',
  );
  return known.length === 0 ? null : [...new Set(known.map(({ answer }) => answer))];
}

/** What kind of answer a screen's field takes, by the items of the returns that its facts serve. */
function typeOf(index: WorkspaceIndex, sources: readonly Source[], options: readonly string[] | null): QuestionType {
  const items = sources.flatMap(({ fact }) => index.itemsOfFact.get(fact) ?? []);
  if (options !== null) return items.some(({ max }) => max !== 1) ? 'multi-choice' : 'choice';
  const isDate = items.some(({ format }) => format.kind === 'date');
  return isDate || sources.some(({ ref }) => /(?:^|_)DATE(?:_|$)/u.test(ref)) ? 'date' : 'short-text';
}

/** "DATE_OF_BIRTH" as "Date of birth", where the fact has no name. */
function nameOf(index: WorkspaceIndex, { fact, ref }: Source): string {
  const name = index.facts.get(fact)?.name;
  if (name !== undefined && name !== '') return name;
  const words = ref.replaceAll('_', ' ').trim();
  return words === '' ? fact : words.charAt(0).toUpperCase() + words.slice(1).toLowerCase();
}

/** What the screen showed last, where another step of the case recorded it. */
function lastRecorded({ state, step, index, on }: Looked, { kind, ref }: Source): string {
  const last = state.record.findLast(
    ({ source, step: at }) => source.kind === kind && source.ref === ref && at !== null && at !== step.key,
  );
  if (last === undefined) return '';
  const where = stepNames(index, state).get(last.step ?? '') ?? '';
  return `It was recorded in ${where}, ${dayInWords(last.on, on)}: ${listOf(textsOf(last.value))}.`;
}

function toField(looked: Looked, key: string, sources: readonly Source[]): FieldView | null {
  const { index, step } = looked;
  const [first] = sources;
  if (first === undefined) return null;
  const options = screenValues(index, first);
  const answer = step.screens[key] ?? null;
  const value: AnswerValue = answer?.value ?? '';
  return {
    target: { kind: 'screen', screen: first.kind, ref: first.ref },
    place: `${step.key} ${key}`,
    text: nameOf(index, first),
    type: typeOf(index, sources, options),
    options,
    required: false,
    value,
    entry: 'typed',
    isLocked: false,
    mark: describePulled(looked, answer).replace('Pulled forward from', 'Held on'),
    hint: answer === null ? lastRecorded(looked, first) : '',
    because: '',
    feeds: feedsView(index, step.stepType, sources, value),
    known: NOT_KNOWN,
  };
}

/** The screens outside the form on which something is recorded in a step: person record, register and the like. */
export function screenViews(looked: Looked, definition: StepDefinition): readonly ScreenView[] {
  const sources = definition.sources.map(({ source }) => source).filter(isScreen);
  const byKind = groupBy(sources, ({ kind }) => kind);
  return [...byKind].map(([kind, own]) => ({
    title: SCREEN_NAMES[kind] ?? kind,
    fields: [...groupBy(own, ({ ref }) => screenKey(kind, ref))].flatMap(([key, same]) => {
      const field = toField(looked, key, same);
      return field === null ? [] : [field];
    }),
  }));
}
