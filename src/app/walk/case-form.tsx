import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { count, formsOfStep } from '#diagram/describe-step.ts';
import type { StepDefinition } from '#machine/step-definition.ts';
import type { StepState } from '#machine/step-values.ts';
import type { WorkspaceIndex } from '#model/index-workspace.ts';
import type { FieldDoing } from '#views/walk-case/field.tsx';
import { activityId, type Drawing, FormSections, ScreenSections } from '#views/walk-case/form-sections.tsx';
import { SectionJumps } from '#views/walk-case/section-jumps.tsx';
import { StartStep } from '#views/walk-case/start-step.tsx';
import { StepHead } from '#views/walk-case/step-head.tsx';
import { ToAdd } from '#views/walk-case/to-add.tsx';
import { type FormView, formView } from '#walk/form-view.ts';
import { stepSources, workItem } from '#walk/work-list.ts';
import type { CaseActs } from './case-acts.ts';
import { answerEvent, startEvents } from './case-events.ts';
import { CaseFoot } from './case-foot.tsx';
import { goToEmptyRow, goToNextUnanswered, showPlace } from './case-places.ts';
import type { WalkNow } from './walk-now.ts';

export interface CaseFormProps {
  readonly walk: WalkNow;
  readonly step: StepState;
  readonly definition: StepDefinition;
  readonly act: CaseActs['act'];
}

function useFieldDoing({ ask, light, on }: WalkNow, step: string): FieldDoing {
  return useMemo(
    () => ({
      onAnswer: ({ target }, value) => {
        ask(answerEvent(step, on, target, value));
      },
      onPoint: ({ place }) => light({ places: [place], element: null }),
    }),
    [ask, light, on, step],
  );
}

/** Empty rows of tables that somebody has asked for in a step. */
interface AskedRows {
  readonly step: string;
  readonly rows: ReadonlySet<string>;
}

const NO_ROWS: ReadonlySet<string> = new Set();

function useDrawing(walk: WalkNow, step: StepState): Drawing & { readonly blanks: ReadonlySet<string> } {
  const doing = useFieldDoing(walk, step.key);
  const [asked, ask] = useState<AskedRows>({ step: step.key, rows: new Set() });
  const onAddRow = useCallback(
    (row: string) =>
      ask((now) => ({ step: step.key, rows: new Set([...(now.step === step.key ? now.rows : []), row]) })),
    [step.key],
  );
  useEffect(() => {
    const last = [...asked.rows].at(-1);
    if (last !== undefined) goToEmptyRow(last);
  }, [asked]);
  const isOpen = step.status === 'started' || step.status === 'reopened';
  const lit = useMemo(() => new Set(walk.lit.places), [walk.lit]);
  return { doing, isOpen, today: walk.on, lit, onAddRow, blanks: asked.step === step.key ? asked.rows : NO_ROWS };
}

/** Another step is looked at from its top; what an element of the return points at is brought into sight. */
function useInSight({ lit }: WalkNow, step: string): React.RefObject<HTMLDivElement | null> {
  const body = useRef<HTMLDivElement>(null);
  const seen = useRef('');
  useLayoutEffect(() => {
    if (seen.current !== step) body.current?.scrollTo(0, 0);
    seen.current = step;
    // Where the person is at work in the form itself, nothing moves under their hand.
    if (lit.element === null && body.current?.contains(document.activeElement) === true) return;
    // Where the page scrolls as a whole, what goes through the history stays under the hand too.
    if (body.current === null || body.current.scrollHeight <= body.current.clientHeight) return;
    for (const place of lit.places.toReversed()) showPlace(place);
  }, [lit, step]);
  return body;
}

function NextUnanswered({ form }: { readonly form: FormView }): React.JSX.Element {
  return (
    <p className="case-next">
      {form.waiting === 0 ? (
        <span className="case-quiet">All mandatory questions are answered.</span>
      ) : (
        <>
          <button type="button" id="next-unanswered" className="small-button" onClick={goToNextUnanswered}>
            Next unanswered <kbd>n</kbd>
          </button>
          <span>
            {form.waiting} mandatory{' '}
            <span className="case-quiet">
              not answered (<span aria-hidden="true">*</span>
              <span className="visually-hidden">marked as mandatory</span>)
            </span>
          </span>
        </>
      )}
    </p>
  );
}

const carriesOf = (index: WorkspaceIndex, { stepType }: StepState): readonly string[] =>
  formsOfStep(index, stepType).map(
    ({ title, kind, mandatory, questions }) =>
      `${title}, ${count(questions, 'question')}${kind === 'form' ? '' : ` (${kind})`}${mandatory ? '' : ', may be added'}`,
  );

/** The form of the step that is looked at, and what follows it. */
export function CaseForm({ walk, step, definition, act }: CaseFormProps): React.JSX.Element {
  const { index } = walk.rules;
  const { state } = walk.moment;
  const { on } = walk;
  const { blanks, ...drawing } = useDrawing(walk, step);
  const looked = useMemo(() => ({ index, state, step, on }), [index, state, step, on]);
  const form = useMemo(() => formView(looked, definition, blanks), [looked, definition, blanks]);
  const item = useMemo(() => workItem(index, state, step, on), [index, state, step, on]);
  const body = useInSight(walk, step.key);
  const isOwnLit = walk.lit.places.some((place) => place.startsWith(`${step.key} step-`));
  return (
    <>
      <div className="case-form__head">
        <StepHead item={item} form={form} isLit={isOwnLit} />
        {drawing.isOpen && <NextUnanswered form={form} />}
      </div>
      <div className="case-form__body" ref={body}>
        {step.status === 'incoming' ? (
          <StartStep
            key={step.key}
            item={item}
            sources={stepSources(index, step.stepType)}
            carries={carriesOf(index, step)}
            today={on}
            onStart={(day, source) =>
              act({ events: startEvents(step.key, day, on, source), says: `${item.name} started.`, goTo: step.key })
            }
          />
        ) : (
          <>
            <SectionJumps form={form} />
            <FormSections activities={form.activities} drawing={drawing} />
            {drawing.isOpen && (
              <ToAdd
                toAdd={form.toAdd}
                onAdd={({ form: added, title }) =>
                  act({
                    events: [{ type: 'add-activity', step: step.key, on, form: added }],
                    says: `${title} added.`,
                    goTo: step.key,
                    focus: activityId(added),
                  })
                }
              />
            )}
            <ScreenSections screens={form.screens} drawing={drawing} />
          </>
        )}
        <CaseFoot walk={walk} looked={looked} definition={definition} act={act} name={item.name} />
      </div>
    </>
  );
}
