import { nameOfStep } from '#diagram/describe-step.ts';
import { describeKind, describeTopic, topicOf } from '#diagram/finding-words.ts';
import type { Item } from '#model/data-return.ts';
import type { Finding } from '#model/finding.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact, Form, NextAction, StepType } from '#model/workspace.ts';
import { normalise, splitCamel } from './normalise.ts';
import type { Found, SearchEntry } from './search-entry.ts';

interface Words {
  readonly title: string;
  readonly detail: string;
  /** Its keys: a query that is one of them means it. */
  readonly codes: readonly string[];
  /** What is looked through besides, as it is compared. */
  readonly more: string;
}

/** An entry of the index. */
export function toEntry(found: Found, { title, detail, codes, more }: Words): SearchEntry {
  const exact = [title, ...codes.filter((code) => code !== '')].map(normalise);
  return { found, title, detail, exact, text: [...exact, more].join('') };
}

/** Remembers what is said of many, such as the title of a form, so that it is made ready once. */
function newNormalise(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const ready = known.get(text) ?? normalise(text);
    known.set(text, ready);
    return ready;
  };
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

const ofStep = ({ id, name, workflow, roles }: StepType): SearchEntry =>
  toEntry(
    { kind: 'step', step: id },
    {
      title: name || id,
      detail: joined(workflow, id),
      codes: [id],
      more: normalise([workflow, ...roles].join(' ')),
    },
  );

function targetOf(index: WorkspaceIndex, { to }: NextAction): string {
  if (to.kind === 'unknown') return 'not known where';
  return to.kind === 'step' ? nameOfStep(index, to.stepType) : 'the end';
}

function ofNextAction(index: WorkspaceIndex, action: NextAction): SearchEntry {
  const detail = `${nameOfStep(index, action.from)} → ${targetOf(index, action)}`;
  return toEntry(
    { kind: 'next-action', nextAction: action.id },
    { title: action.label || action.id, detail, codes: [action.id], more: normalise(detail) },
  );
}

const ofForm = (index: WorkspaceIndex, { id, title }: Form): SearchEntry =>
  toEntry(
    { kind: 'form', form: id },
    {
      title: title || id,
      detail: joined(id, `${(index.questionsOfForm.get(id)?.length ?? 0).toLocaleString('en-GB')} questions`),
      codes: [id],
      more: '',
    },
  );

/** The questions, which are most of a workspace. */
export function entriesOfQuestions({ forms, workspace }: WorkspaceIndex): readonly SearchEntry[] {
  const ready = newNormalise();
  return workspace.questions.map(({ form, code, text, section }) => {
    const title = forms.get(form)?.title || form;
    return toEntry(
      { kind: 'question', question: `${form}/${code}` },
      { title: text || code, detail: joined(code, title), codes: [code], more: ready(title) + ready(section) },
    );
  });
}

const ofFact = ({ id, name, definition }: Fact): SearchEntry =>
  toEntry({ kind: 'fact', fact: id }, { title: name || id, detail: id, codes: [id], more: normalise(definition) });

const ofItem = ({ id, tag, name, cbds, module }: Item): SearchEntry =>
  toEntry(
    { kind: 'item', item: id },
    {
      title: name || tag,
      detail: joined(tag, cbds, module),
      codes: [cbds, tag, id],
      more: normalise(`${splitCamel(tag)} ${module}`),
    },
  );

/** A sentence is nobody's code: it is looked through, and never the very thing that was meant. */
function ofFinding({ id, kind, message }: Finding, ready: (text: string) => string): SearchEntry {
  const detail = `${describeTopic(topicOf(kind))}: ${describeKind(kind).toLowerCase()}`;
  const text = [normalise(message), ready(detail)].join('');
  return { found: { kind: 'finding', finding: id }, title: message, detail, exact: [], text };
}

/** What can be found in a workspace but questions and findings, kind by kind, each in the order of its file. */
export const entriesOfThings = (index: WorkspaceIndex): readonly SearchEntry[] => [
  ...index.workspace.stepTypes.map(ofStep),
  ...index.workspace.nextActions.map((action) => ofNextAction(index, action)),
  ...index.workspace.forms.map((form) => ofForm(index, form)),
  ...index.workspace.facts.map(ofFact),
  ...[...index.items.values()].map(ofItem),
];

export function entriesOfFindings(findings: readonly Finding[]): readonly SearchEntry[] {
  const ready = newNormalise();
  return findings.map((finding) => ofFinding(finding, ready));
}
