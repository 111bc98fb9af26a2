import { useState } from 'react';
import type { FactProposal } from '#diagram/fields/fact-proposals.ts';
import type { QuestionRow } from '#diagram/fields/question-row.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { Fact } from '#model/workspace.ts';
import { SeverityTag } from '#views/shared/status-tag.tsx';
import { type AssessedColumn, AssessForm, type HowSet } from './assess-form.tsx';
import { FactPicker } from './fact-picker.tsx';
import { type DraftFact, NewFactForm } from './new-fact-form.tsx';
import { ProposalsList } from './proposals-list.tsx';
import { ReasonForm } from './reason-form.tsx';
import { type SourceActions, SourceCard } from './source-card.tsx';
import { StandingTag } from './standing-tag.tsx';

interface MappingPanelProps {
  readonly index: WorkspaceIndex;
  readonly row: QuestionRow;
  readonly proposals: readonly FactProposal[];
  /** The answer to "Why is this asked?". */
  readonly whyAddress: string;
  readonly isReadOnly: boolean;
  /** A reason is being asked for, before the question is flagged. */
  readonly isFlagging: boolean;
  readonly actions: SourceActions & {
    readonly onMap: (fact: Fact, why: string) => void;
    readonly onReject: (proposal: FactProposal) => void;
    readonly onFlag: (why: string) => void;
    readonly onCancelFlag: () => void;
    readonly onCreate: (fact: DraftFact) => void;
    readonly refuseFact: (key: string) => string | null;
    readonly onAssess: (column: AssessedColumn, words: readonly string[], how: HowSet) => void;
    readonly onFinding: (id: string) => void;
  };
}

function Head({ row, whyAddress }: Pick<MappingPanelProps, 'row' | 'whyAddress'>): React.JSX.Element {
  const { question, form, steps, problems } = row;
  const where = [form?.title ?? question.form, question.section].filter((part) => part !== '').join(' · ');
  return (
    <>
      <h2 className="panel__title">{question.text === '' ? question.code : question.text}</h2>
      <p className="panel__note">
        <code>{row.key}</code> · {where}
        {steps.length > 0 && ` · on ${steps.map(({ id, name }) => (name === '' ? id : name)).join(', ')}`}
      </p>
      <p className="panel__note">
        <StandingTag standing={row.standing} /> <a href={whyAddress}>Why is this asked?</a>
      </p>
      {problems.map((problem) => (
        <p key={problem.column + problem.message} className="refused">
          <b>{problem.column === '' ? 'Row' : problem.column}:</b> {problem.message}
        </p>
      ))}
    </>
  );
}

function Mapped({ index, row, isReadOnly, actions }: MappingPanelProps): React.JSX.Element {
  const stepName = (id: string): string => row.steps.find((step) => step.id === id)?.name ?? id;
  return (
    <section aria-label="Facts it records">
      <h3 className="panel__heading">Facts it records</h3>
      {row.sources.length === 0 ? (
        <p className="panel__note">None yet.</p>
      ) : (
        <ul className="plain-list">
          {row.sources.map((source) => (
            <SourceCard
              key={`${source.fact} ${source.stepType ?? ''}`}
              source={source}
              fact={index.facts.get(source.fact) ?? null}
              place={source.stepType === null ? '' : `in ${stepName(source.stepType)}`}
              isReadOnly={isReadOnly}
              actions={actions}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function Proposed({ proposals, actions }: MappingPanelProps): React.JSX.Element | null {
  if (proposals.length === 0) return null;
  return (
    <section aria-label="Suggested facts">
      <h3 className="panel__heading">Suggested</h3>
      <ProposalsList
        proposals={proposals}
        onAccept={({ fact, reasons }) => actions.onMap(fact, reasons.join('; '))}
        onReject={actions.onReject}
      />
    </section>
  );
}

function AddFact({ index, proposals, actions }: MappingPanelProps): React.JSX.Element {
  const [isNew, setNew] = useState(false);
  return (
    <section aria-label="Another fact">
      <FactPicker
        label="Map to a fact"
        proposals={proposals}
        facts={index.workspace.facts}
        onPick={(fact, why) => actions.onMap(fact, why)}
      />
      <button type="button" className="text-button" aria-expanded={isNew} onClick={() => setNew(!isNew)}>
        {isNew ? 'No new fact' : 'No fact fits: add one of your own'}
      </button>
      {isNew && (
        <NewFactForm
          refuse={actions.refuseFact}
          onCreate={(fact) => {
            setNew(false);
            actions.onCreate(fact);
          }}
        />
      )}
    </section>
  );
}

function Found({ row, actions }: MappingPanelProps): React.JSX.Element | null {
  if (row.findings.length === 0) return null;
  return (
    <details className="panel__more">
      <summary>Findings about it ({row.findings.length})</summary>
      <ul className="plain-list">
        {row.findings.map(({ id, severity, message }) => (
          <li key={id} className="proposal">
            <SeverityTag severity={severity} /> {message}{' '}
            <button type="button" className="text-button" onClick={() => actions.onFinding(id)}>
              Open
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}

const listed = (assessed: boolean, values: readonly string[]): string => {
  if (!assessed) return 'not assessed';
  return values.length === 0 ? 'none' : values.join('; ');
};

function Assessed({ row, isReadOnly, actions }: MappingPanelProps): React.JSX.Element {
  const { purposes, readers } = row.question;
  return (
    <section aria-label="What it is for">
      <h3 className="panel__heading">What it is for</h3>
      <p className="panel__note">
        Purposes: {listed(purposes.assessed, purposes.values)}. Readers: {listed(readers.assessed, readers.values)}.
      </p>
      {!isReadOnly && (
        <details className="panel__more">
          <summary>Say what it is for</summary>
          <AssessForm count={1} onSet={actions.onAssess} />
        </details>
      )}
    </section>
  );
}

const KEYS = [
  ['A', 'accept'],
  ['R', 'reject'],
  ['G', 'flag'],
  ['N', 'next not looked at'],
] as const;

/** Everything about the mapping of one question: its facts, what is suggested, and what a person says to it. */
export function MappingPanel(props: MappingPanelProps): React.JSX.Element {
  const { isReadOnly, isFlagging, actions } = props;
  return (
    <div className="mapping-panel">
      <Head row={props.row} whyAddress={props.whyAddress} />
      {isFlagging && (
        <ReasonForm
          title="What has to be looked at again?"
          button="Flag"
          isNeeded
          onSubmit={actions.onFlag}
          onCancel={actions.onCancelFlag}
        />
      )}
      <Mapped {...props} />
      {!isReadOnly && <Proposed {...props} />}
      {!isReadOnly && <AddFact {...props} />}
      <Assessed {...props} />
      <Found {...props} />
      <p className="panel__keys">
        {KEYS.map(([key, words]) => (
          <span key={key}>
            <kbd>Alt</kbd>+<kbd>{key}</kbd> {words}
          </span>
        ))}
      </p>
    </div>
  );
}
