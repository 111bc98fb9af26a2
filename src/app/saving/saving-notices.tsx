import { useStore } from 'zustand';
import { count } from '#diagram/describe-step.ts';
import { assertNever } from '#model/assert.ts';
import type { AppStore } from '#store/create-store.ts';
import { NameForm } from '#views/name-form/name-form.tsx';
import { describeMoment } from './describe-moment.ts';
import { describeTrouble } from './describe-saving.ts';
import { useKeeper, useKept } from './keeper-context.ts';
import { useNow } from './use-now.ts';

interface BarProps {
  readonly tone: 'told' | 'look' | 'bad';
  readonly children: React.ReactNode;
}

function Bar({ tone, children }: BarProps): React.JSX.Element {
  return <div className={`work-bar work-bar--${tone}`}>{children}</div>;
}

function Button({ words, onPress }: { readonly words: string; readonly onPress: () => void }): React.JSX.Element {
  return (
    <button type="button" className="small-button" onClick={onPress}>
      {words}
    </button>
  );
}

/** Where the work on the screen comes from, said once. */
function NoticeBar(): React.JSX.Element | null {
  const keeper = useKeeper();
  const now = useNow();
  const notice = useKept((state) => state.notice);
  const isExample = useKept((state) => state.origin.kind === 'example');
  if (notice === null) return null;
  switch (notice.kind) {
    case 'brought-back':
      return (
        <Bar tone="told">
          <span>
            Brought back as it was at {describeMoment(notice.at, now)}, with {count(notice.edits, 'unsaved change')}.
          </span>
          <Button
            words={isExample ? 'Start from the example as it came' : 'Start from the file instead'}
            onPress={() => void keeper.startAgain()}
          />
          <Button words="Close" onPress={keeper.dismissNotice} />
        </Bar>
      );
    case 'earlier-work': {
      const { draft } = notice;
      return (
        <Bar tone="told">
          <span>
            {draft.name} was worked on in this browser before, last at {describeMoment(draft.at, now)}, with{' '}
            {count(draft.edits.length, 'change')} that are not saved. That is not what is open now.
          </span>
          <Button words="Open that instead" onPress={() => void keeper.openDraft(draft.id)} />
          <Button words="Close" onPress={keeper.dismissNotice} />
        </Bar>
      );
    }
    default:
      return assertNever(notice);
  }
}

/** Another state than the present one is on the screen. */
function LookingBar(): React.JSX.Element | null {
  const keeper = useKeeper();
  const now = useNow();
  const looking = useKept((state) => state.looking);
  const isOwner = useKept((state) => state.role === 'owner');
  if (looking === null) return null;
  return (
    <Bar tone="look">
      <span>
        You are looking at the state of <strong>{describeMoment(looking.at, now)}</strong> ({looking.reason}). Nothing
        can be changed in it.
      </span>
      {isOwner && <Button words="Restore" onPress={() => void keeper.restore(looking)} />}
      <Button words="Back to now" onPress={keeper.lookBack} />
    </Bar>
  );
}

function ReaderBar(): React.JSX.Element | null {
  const keeper = useKeeper();
  const isReader = useKept((state) => state.role === 'reader');
  if (!isReader) return null;
  return (
    <Bar tone="look">
      <span>
        <strong>Read-only.</strong> This workspace is open in another tab or window of this browser.
      </span>
      <Button words="Take over" onPress={() => void keeper.takeOver()} />
    </Bar>
  );
}

/** Nothing happened when somebody tried: why not. */
function RefusedEdit({ store }: { readonly store: AppStore }): React.JSX.Element | null {
  const refused = useStore(store, (state) => state.refusedEdit);
  const reason = useStore(store, (state) => state.readOnly);
  if (refused === null || reason === null) return null;
  return (
    <Bar tone="bad">
      <span>
        <strong>Not done: {refused}.</strong> {reason}
      </span>
      <Button words="Close" onPress={store.dismissRefusedEdit} />
    </Bar>
  );
}

/** Something could not be saved, kept or opened, and what to do. */
function ProblemBar(): React.JSX.Element | null {
  const keeper = useKeeper();
  const problem = useKept((state) => state.problem);
  const trouble = useKept(describeTrouble);
  const said = problem ?? trouble;
  if (said === null) return null;
  return (
    <Bar tone="bad">
      <span>{said}</span>
      <Button words="Download a zip" onPress={() => void keeper.downloadZip()} />
      {problem !== null && <Button words="Close" onPress={keeper.dismissProblem} />}
    </Bar>
  );
}

function NameBar(): React.JSX.Element | null {
  const keeper = useKeeper();
  const asksName = useKept((state) => state.asksName);
  if (!asksName) return null;
  return (
    <Bar tone="told">
      <NameForm start="" cancel="Not now" onKeep={keeper.setDisplayName} onCancel={keeper.putOffName} />
      <span className="work-bar__quiet">It is kept in this browser and written beside what you decide.</span>
    </Bar>
  );
}

/** Everything that is to be said about where the work is, above the screen. */
export function SavingNotices({ store }: { readonly store: AppStore }): React.JSX.Element {
  return (
    <>
      <div role="status" className="work-bars">
        <LookingBar />
        <ReaderBar />
        <NoticeBar />
      </div>
      <div role="alert" className="work-bars">
        <ProblemBar />
        <RefusedEdit store={store} />
      </div>
      <NameBar />
    </>
  );
}
