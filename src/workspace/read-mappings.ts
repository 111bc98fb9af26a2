import type { DataReturn } from '#model/data-return.ts';
import { eventId, nextActionId, stepTypeId } from '#model/ids.ts';
import { DECISIONS, MAPPING_STATUSES, MOMENTS } from '#model/words.ts';
import type { CodeMapping, EventPlace, NextAction, Review, Source } from '#model/workspace.ts';
import { type CodeList, codeListOf } from './code-list.ts';
import type { Line } from './line.ts';
import * as cell from './line.ts';
import { keyedLines, type Names, neededReferOf, newNames, referOf } from './names.ts';
import { anyOf, quoted } from './problems.ts';
import type { QuestionIndex } from './question-index.ts';

function warnUnknownEvent(line: Line, events: ReadonlySet<string>): void {
  const event = cell.keyOf(line, 'event');
  if (events.has(event)) return;
  const says = `The row names the event ${quoted(event)}, which no known return has, so nothing is due there.`;
  cell.warnAt(line, 'event', `${says}${cell.hintFor(line, event, events)}`);
}

/** The next action an event waits for; undefined where it points nowhere. */
function eventActionOf(line: Line, actions: Names, fromOf: ReadonlyMap<string, string>): string | null | undefined {
  const action = referOf(line, 'next_action', actions);
  const step = cell.keyOf(line, 'step_type');
  const from = typeof action === 'string' ? fromOf.get(action) : step;
  if (from !== undefined && from !== step) {
    const says = `The row names the step ${quoted(step)} and the next action ${quoted(action ?? '')}, which belongs to the step ${quoted(from)}`;
    cell.warnAt(line, 'next_action', `${says}. The event never happens there. Name a next action of the same step.`);
  }
  return action;
}

/** Reads where events happen. An event that no return has is only warned about. */
export function readEventPlaces(
  lines: readonly Line[],
  returns: readonly DataReturn[],
  names: { readonly steps: Names; readonly actions: Names },
  nextActions: readonly NextAction[],
): readonly EventPlace[] {
  const events = new Set<string>(returns.flatMap((one) => one.events.map((event) => event.id)));
  const fromOf = new Map<string, string>(nextActions.map((action) => [action.id, action.from]));
  return keyedLines(lines, ['event', 'step_type', 'moment', 'next_action'], ['moment', 'next_action']).flatMap(
    ({ line }) => {
      warnUnknownEvent(line, events);
      const stepType = neededReferOf(line, 'step_type', names.steps);
      const moment = cell.neededWordOf(line, 'moment', MOMENTS);
      const nextAction = eventActionOf(line, names.actions, fromOf);
      if (stepType === undefined || moment === undefined || nextAction === undefined) return [];
      const event = eventId(cell.keyOf(line, 'event'));
      return [
        {
          event,
          stepType: stepTypeId(stepType),
          moment,
          nextAction: nextAction === null ? null : nextActionId(nextAction),
          at: line.at,
        },
      ];
    },
  );
}

function codesBySet(returns: readonly DataReturn[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const { codeSet, code } of returns.flatMap((one) => one.codes)) {
    const held = sets.get(codeSet) ?? new Set<string>();
    sets.set(codeSet, held.add(code));
  }
  return sets;
}

/** False, and said, when a code stands in no year of its code set. */
function codeStands(line: Line, codes: ReadonlySet<string>): boolean {
  const code = cell.keyOf(line, 'code');
  if (code === '' || codes.has(code)) return true;
  const set = cell.keyOf(line, 'code_set');
  const hint = cell.hintFor(line, code, codes);
  const remedy = hint === '' && codes.size <= 12 ? ` Write ${anyOf([...codes])}.` : hint;
  cell.errorAt(
    line,
    'code',
    `The code ${quoted(code)} stands in no year of the code set ${quoted(set)}, so the row was left out.${remedy}`,
  );
  return false;
}

function warnUnoffered(line: Line, list: CodeList, answer: string): void {
  if (list.answers === undefined || list.answers.has(answer)) return;
  cell.warnAt(
    line,
    'answer',
    `The answer ${quoted(answer)} is not one of ${list.name}.${cell.hintFor(line, answer, list.answers)}`,
  );
}

/** Reads which code each answer leads to. */
export function readCodeMappings(
  lines: readonly Line[],
  returns: readonly DataReturn[],
  questions: QuestionIndex,
  sources: readonly Source[],
): readonly CodeMapping[] {
  const sets = codesBySet(returns);
  const codeSets = newNames('code set', 'which no known return has', sets.keys());
  const keys = ['lookup', 'answer', 'code_set', 'code'];
  return keyedLines(lines, keys, ['answer', 'code_set', 'code']).flatMap(({ line }) => {
    const list = codeListOf(line, questions, sources);
    const codeSet = neededReferOf(line, 'code_set', codeSets);
    const status = cell.wordOf(line, 'status', MAPPING_STATUSES, 'suggested');
    const [by, on, why] = [cell.textOf(line, 'by'), cell.dateOf(line, 'on'), cell.textOf(line, 'why')];
    if (list === undefined || codeSet === undefined || !codeStands(line, sets.get(codeSet) ?? new Set())) return [];
    const answer = cell.keyOf(line, 'answer');
    warnUnoffered(line, list, answer);
    return [
      {
        lookup: cell.keyOf(line, 'lookup'),
        answer,
        codeSet,
        code: cell.keyOf(line, 'code'),
        status,
        by,
        on,
        why,
        at: line.at,
      },
    ];
  });
}

/** Reads what people decided about findings. */
export const readReviews = (lines: readonly Line[]): readonly Review[] =>
  keyedLines(lines, ['finding']).flatMap(({ line, key }) => {
    const decision = cell.neededWordOf(line, 'decision', DECISIONS);
    const [reason, by, on] = [cell.textOf(line, 'reason'), cell.textOf(line, 'by'), cell.dateOf(line, 'on')];
    return decision === undefined ? [] : [{ finding: key, decision, reason, by, on, at: line.at }];
  });
