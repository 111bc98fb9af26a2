import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { describeMoment } from '#app/saving/describe-moment.ts';
import { useNow } from '#app/saving/use-now.ts';
import type { ScreenProps } from '#app/use-shown.ts';
import { branchOf } from '#cases/played-case.ts';
import { count } from '#diagram/describe-step.ts';
import type { CaseRecord } from '#store/saving/database.ts';
import { type CaseLine, CasesList } from '#views/walk-frame/cases-list.tsx';
import { OpenScriptButton } from './open-script-button.tsx';
import { StartForm } from './start-form.tsx';
import type { Opening } from './use-opening.ts';
import { useScriptedLines } from './use-scripted-lines.ts';
import { CASES, WALKING } from './walking.ts';

const GenerateDialog = lazy(() => import('./generate-dialog.tsx').then((room) => ({ default: room.GenerateDialog })));

interface BeginCaseProps extends ScreenProps {
  readonly opening: Opening;
}

const toLine = ({ id, played, at }: CaseRecord, now: number): CaseLine => ({
  id,
  name: played.name,
  about: played.about,
  says: `${count(branchOf(played).events.length, 'event')}, kept ${describeMoment(at, now)}`,
});

/** The cases that a person keeps in this browser for the workspace. */
function OwnCases(): React.JSX.Element | null {
  const named = useStore(WALKING, (state) => state.named);
  const now = useNow();
  if (named.length === 0) return null;
  function open(id: string): void {
    const record = named.find((one) => one.id === id);
    if (record !== undefined) void CASES.open({ played: record.played, savedAs: id });
  }
  return (
    <section>
      <h3 className="walk-begin__heading">Kept in this browser</h3>
      <CasesList
        label="Cases kept in this browser"
        cases={named.map((record) => toLine(record, now))}
        onOpen={open}
        own={{
          onRename: (id, name) => void CASES.rename(id, name),
          onRemove: (id) => void CASES.remove(id),
        }}
      />
    </section>
  );
}

function ScriptedCases({ opening, shown }: BeginCaseProps): React.JSX.Element | null {
  const lines = useScriptedLines(shown.shown.name === null);
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className="walk-begin__heading">Cases of the worked example</h3>
      <CasesList label="Cases of the worked example" cases={lines} onOpen={(id) => void opening.openScripted(id, '')} />
    </section>
  );
}

/** What stands on the screen while no case has been begun: cases to open, and one to start. */
export function BeginCase(props: BeginCaseProps): React.JSX.Element {
  const { shown, opening } = props;
  const { workspace } = shown.index;
  const cases = useStore(WALKING, (state) => state.named.length);
  const [isGenerating, setGenerating] = useState(false);
  return (
    <div className="walk-begin">
      <div className="walk-begin__about">
        <p className="walk-begin__lead">
          Walk one child’s case through the workflows of {workspace.manifest.authority || 'this workspace'}, step by
          step and form by form, as a practitioner would. Beside it you see what is recorded, what was known already,
          and the child’s part of the return as it fills.
        </p>
        <p className="inset walk-begin__inset">
          <strong>Use invented details only:</strong> nothing typed here leaves this browser.
        </p>
      </div>
      <div className="walk-begin__parts">
        <div className="walk-begin__open">
          <ScriptedCases {...props} />
          <OwnCases />
          <section>
            <h3 className="walk-begin__heading">Scripts and generated cases</h3>
            <div className="walk-begin__ways">
              <OpenScriptButton onOpen={(file) => void opening.openFile(file)} />
              <button type="button" id="generate-cases" className="small-button" onClick={() => setGenerating(true)}>
                Generate cases…
              </button>
            </div>
            <p className="quiet">A script is a .json file, as “Save as script” writes it. You can drop one here too.</p>
          </section>
        </div>
        <section className="walk-begin__start">
          <h3 className="walk-begin__heading">Start a case</h3>
          <StartForm
            index={shown.index}
            cases={cases}
            onStart={(played) => {
              opening.dismiss();
              void CASES.open({ played, isNew: true });
            }}
          />
        </section>
      </div>
      <Suspense>{isGenerating && <GenerateDialog {...props} onClose={() => setGenerating(false)} />}</Suspense>
    </div>
  );
}
