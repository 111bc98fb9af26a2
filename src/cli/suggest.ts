import { count } from '#diagram/describe-step.ts';
import type { FormId } from '#model/ids.ts';
import { groupBy, indexWorkspace, questionKey, type WorkspaceIndex } from '#model/index-workspace.ts';
import type { QuestionSuggestions, Suggestion, Suggestions } from '#model/suggestion.ts';
import { suggestFacts } from '#pipeline/suggest-facts.ts';
import { type Arguments, findOption } from './arguments.ts';
import type { Command } from './command.ts';
import { findReturn } from './find-return.ts';
import { openAt } from './open.ts';
import { heading, wrap } from './report/text.ts';
import { EXIT, type ExitCode, fail, type Shell } from './shell.ts';
import { writeJson } from './write-result.ts';

const describeSuggestion = ({ fact, score, reasons }: Suggestion): readonly string[] =>
  wrap(`${score.toFixed(2)}  ${fact}: ${reasons.join('; ')}`, '      ');

function describeQuestionLines(
  index: WorkspaceIndex,
  { form, question, suggestions }: QuestionSuggestions,
): readonly string[] {
  const asked = index.questions.get(questionKey(form, question));
  const named = asked === undefined || asked.text === '' ? question : `${asked.text} (${question})`;
  return [...wrap(named, '  '), ...suggestions.flatMap(describeSuggestion)];
}

function describeForm(
  index: WorkspaceIndex,
  form: FormId,
  questions: readonly QuestionSuggestions[],
): readonly string[] {
  const near = questions.filter(({ suggestions }) => suggestions.length > 0);
  const none = questions.length - near.length;
  const left = none === 0 ? [] : [`  ${count(none, 'question')}: none of the facts is near`];
  return [
    '',
    ...heading(index.forms.get(form)?.title || form),
    ...near.flatMap((each) => describeQuestionLines(index, each)),
    ...left,
  ];
}

/** The suggestions as a list to read, form by form, with how many questions no fact is near to. */
export function describeSuggestions({ questions }: Suggestions, index: WorkspaceIndex): string {
  const byForm = groupBy(questions, ({ form }) => form);
  const near = questions.filter(({ suggestions }) => suggestions.length > 0).length;
  const sum =
    questions.length === 0
      ? 'Every question has a source.'
      : `${count(questions.length, 'question')} without a source: facts are suggested for ${near.toLocaleString('en-GB')}, ` +
        `none is near for ${(questions.length - near).toLocaleString('en-GB')}. ` +
        'A suggestion changes nothing: what is right, write into mappings/sources.csv.';
  const forms = [...byForm].flatMap(([form, each]) => describeForm(index, form, each));
  return [...wrap(sum), ...forms].join('\n');
}

async function runSuggest(given: Arguments, shell: Shell): Promise<ExitCode> {
  const opened = await openAt(shell, given.words[0] ?? '.');
  if ('failure' in opened) return fail(shell, opened);
  const { workspace } = opened;
  const wanted = findReturn(workspace, findOption(given, 'return'));
  if (wanted !== null && typeof wanted === 'object') return fail(shell, wanted);
  const suggestions = suggestFacts(workspace, wanted);
  const target = findOption(given, 'json');
  if (target === null) shell.print(describeSuggestions(suggestions, indexWorkspace(workspace)));
  const written = target === null ? null : await writeJson(shell, target, suggestions);
  return written === null ? EXIT.fine : fail(shell, written);
}

/** Proposes facts for the questions that have no source. */
export const SUGGEST_COMMAND: Command = {
  name: 'suggest',
  usage: 'throughline suggest [WORKSPACE] [--return ID] [--json FILE|-]',
  says: 'Proposes facts for questions without a source.',
  details: [
    '',
    '  --return ID   slightly favours what this return needs, such as cin-2026-27, and says which item needs it',
    '  --json FILE   writes them as JSON to FILE, or to the screen for -; questions with none are in it too',
    '',
    'Each fact stands with a score from 0 to 1 and its reasons. Nothing is changed. A fact that sources.csv marks',
    'as ignored for a question is not proposed for it again.',
  ],
  options: { json: { takes: 'value' }, return: { takes: 'value' } },
  words: 1,
  run: runSuggest,
};
