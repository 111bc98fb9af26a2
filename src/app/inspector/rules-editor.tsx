import { useMemo, useState } from 'react';
import { type RuleChoices, refuseRule, ruleChoices, ruleInWords } from '#diagram/outline/rule-choices.ts';
import { setRules } from '#edits/edit-next-actions.ts';
import { assertNever } from '#model/assert.ts';
import { asWord, nextActionId } from '#model/ids.ts';
import type { NextAction, NextActionRule } from '#model/workspace.ts';
import { ChoiceField } from '#views/inspector/choice-field.tsx';
import { FieldNote } from '#views/inspector/field-note.tsx';
import { NewOrKnown } from '#views/inspector/new-or-known.tsx';
import { TextButton } from '#views/shared/text-button.tsx';
import type { Inspecting } from './inspected.ts';
import { problemAt, problemsAt, tryEdit } from './try-edit.ts';

interface RulesEditorProps extends Inspecting {
  readonly action: NextAction;
}

const KINDS = ['always', 'immediate', 'one-of', 'requires', 'mandatory-if'] as const;
type Kind = (typeof KINDS)[number];

const KIND_WORDS: Readonly<Record<Kind, string>> = {
  always: 'Always made when the step is finished',
  immediate: 'Starts before the step is finished',
  'one-of': 'At most one of a group',
  requires: 'Only together with another next action',
  'mandatory-if': 'Mandatory when a question has an answer',
};

interface Draft {
  readonly kind: Kind;
  readonly group: string;
  readonly other: string;
  readonly question: string;
  readonly answer: string;
}

const EMPTY: Draft = { kind: 'one-of', group: '', other: '', question: '', answer: '' };

/** The rule that a draft makes; what is lacking where it makes none yet. */
function ruleFrom(draft: Draft, { questions }: RuleChoices): NextActionRule | string {
  const { kind, group, other, question, answer } = draft;
  switch (kind) {
    case 'always':
    case 'immediate':
      return { kind };
    case 'one-of':
      return { kind, group };
    case 'requires':
      return other === '' ? 'Choose the other next action.' : { kind, nextAction: nextActionId(other) };
    case 'mandatory-if': {
      const asked = questions.find(({ key }) => key === question);
      return asked === undefined
        ? 'Choose the question.'
        : { kind, form: asked.form, question: asked.question, answer };
    }
    default:
      return assertNever(kind);
  }
}

interface PartProps {
  readonly draft: Draft;
  readonly choices: RuleChoices;
  readonly set: (change: Partial<Draft>) => void;
}

function QuestionPart({ draft, choices, set }: PartProps): React.JSX.Element {
  const asked = choices.questions.find(({ key }) => key === draft.question);
  return (
    <>
      <ChoiceField
        label="Question of this step"
        value={draft.question}
        isReadOnly={false}
        options={[['', 'Choose a question…'], ...choices.questions.map(({ key, words }) => [key, words] as const)]}
        onChange={(question) => set({ question, answer: '' })}
      />
      {asked !== undefined && (
        <NewOrKnown
          label="Answer"
          newLabel="The other answer"
          newWords="Another answer…"
          none="Choose an answer…"
          value={draft.answer}
          known={asked.answers}
          isReadOnly={false}
          onChange={(answer) => set({ answer })}
        />
      )}
    </>
  );
}

function Part(props: PartProps): React.JSX.Element | null {
  const { draft, choices, set } = props;
  switch (draft.kind) {
    case 'always':
    case 'immediate':
      return null;
    case 'one-of':
      return (
        <NewOrKnown
          label="Group"
          newLabel="Name of the new group"
          newWords="A new group…"
          none="Choose a group…"
          value={draft.group}
          known={choices.groups}
          isReadOnly={false}
          onChange={(group) => set({ group })}
        />
      );
    case 'requires':
      return (
        <ChoiceField
          label="Next action that it goes with"
          value={draft.other}
          isReadOnly={false}
          options={[['', 'Choose a next action…'], ...choices.others.map(({ id, label }) => [id, label] as const)]}
          onChange={(other) => set({ other })}
        />
      );
    case 'mandatory-if':
      return <QuestionPart {...props} />;
    default:
      return assertNever(draft.kind);
  }
}

interface AddRuleProps {
  readonly action: NextAction;
  readonly choices: RuleChoices;
  /** What comes back is why the rule cannot be added, or null. */
  readonly onAdd: (rule: NextActionRule) => string | null;
  readonly onClose: () => void;
}

function AddRule({ action, choices, onAdd, onClose }: AddRuleProps): React.JSX.Element {
  const [draft, setDraft] = useState<Draft>(() => ({ ...EMPTY, group: choices.groups[0] ?? '' }));
  const [refusal, setRefusal] = useState<string | null>(null);
  const set = (change: Partial<Draft>): void => {
    setDraft({ ...draft, ...change });
    setRefusal(null);
  };
  function add(): void {
    const rule = ruleFrom(draft, choices);
    const reason = typeof rule === 'string' ? rule : (refuseRule(action.rules, rule) ?? onAdd(rule));
    setRefusal(reason);
    if (reason === null) onClose();
  }
  return (
    <fieldset className="change-form">
      <legend>Add a rule</legend>
      <ChoiceField
        label="Kind of rule"
        value={draft.kind}
        isReadOnly={false}
        options={KINDS.map((kind) => [kind, KIND_WORDS[kind]])}
        onChange={(kind) => set({ kind: asWord(KINDS, kind) ?? 'one-of' })}
      />
      <Part draft={draft} choices={choices} set={set} />
      {refusal !== null && (
        <p role="alert" className="inspector-field__refused">
          {refusal}
        </p>
      )}
      <div className="button-row">
        <button type="button" className="small-button" onClick={add}>
          Add this rule
        </button>
        <TextButton onClick={onClose}>Cancel</TextButton>
      </div>
    </fieldset>
  );
}

/** The rules of a next action in words: each can be taken away, and others added. */
export function RulesEditor({ store, shown, isReadOnly, action }: RulesEditorProps): React.JSX.Element {
  const { index, opened } = shown;
  const [isAdding, setAdding] = useState(false);
  const choices = useMemo(() => ruleChoices(index, action), [index, action]);
  const write = (rules: readonly NextActionRule[]): string | null => tryEdit(store, () => setRules(action, rules));
  const problem = problemAt(problemsAt(opened, action.at), 'rules');
  return (
    <section aria-label="Rules">
      <h3 className="panel__heading">Rules</h3>
      {action.rules.length === 0 && <p className="quiet">None: it may be chosen with others, or not at all.</p>}
      <ul className="plain-list">
        {action.rules.map((rule) => (
          <li key={JSON.stringify(rule)} className="inspector-rule">
            <span>{ruleInWords(index, action, rule)}</span>
            {!isReadOnly && (
              <button
                type="button"
                className="text-button"
                aria-label={`Remove the rule: ${ruleInWords(index, action, rule)}`}
                onClick={() => write(action.rules.filter((other) => other !== rule))}
              >
                Remove
              </button>
            )}
          </li>
        ))}
      </ul>
      <FieldNote id="rules-note" refusal={null} problem={problem} />
      {!isReadOnly && !isAdding && (
        <button type="button" className="small-button" onClick={() => setAdding(true)}>
          Add a rule…
        </button>
      )}
      {isAdding && (
        <AddRule
          action={action}
          choices={choices}
          onAdd={(rule) => write([...action.rules, rule])}
          onClose={() => setAdding(false)}
        />
      )}
    </section>
  );
}
