import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { MenuButton } from '#app/saving/menu-button.tsx';
import { isUnsaved } from '#store/walking/walk-store.ts';
import type { ActionGroup } from '#views/action-menu/action-menu.tsx';
import { DateMoves } from './date-moves.tsx';
import { HistoryMoves } from './history-moves.tsx';
import { RenameCaseDialog, SaveCaseDialog } from './name-case-dialog.tsx';
import { saveScript } from './save-script.ts';
import type { WalkNow } from './walk-now.ts';
import { CASES, WALKING } from './walking.ts';

const PersonRecordDialog = lazy(() =>
  import('./person-record-dialog.tsx').then((room) => ({ default: room.PersonRecordDialog })),
);
const CloseCaseDialog = lazy(() =>
  import('./close-case-dialog.tsx').then((room) => ({ default: room.CloseCaseDialog })),
);
const GenerateDialog = lazy(() => import('./generate-dialog.tsx').then((room) => ({ default: room.GenerateDialog })));

type DialogName = 'rename' | 'save' | 'person' | 'close' | 'generate';

interface BarProps extends WalkNow {
  readonly isHistoryShown: boolean;
  readonly onHistory: () => void;
}

/** The case as another that goes its own way from here. */
function duplicate(walk: WalkNow): void {
  const { played } = walk;
  void CASES.open({ played: { ...played, name: `${played.name} (copy)` }, isNew: true });
}

function closeOrAsk(ask: (dialog: DialogName) => void): void {
  if (isUnsaved(WALKING.getState())) ask('close');
  else CASES.close();
}

const actionsOf = (walk: WalkNow, ask: (dialog: DialogName) => void): readonly ActionGroup[] => [
  {
    title: 'Save',
    actions: [
      { id: 'save', name: 'Save in this browser…', hint: 'under a name', run: () => ask('save') },
      { id: 'script', name: 'Save as script', hint: 'a .json file', run: () => saveScript(walk) },
    ],
  },
  {
    title: 'This case',
    actions: [
      { id: 'rename', name: 'Rename…', run: () => ask('rename') },
      { id: 'person', name: 'Person record…', hint: 'plays the case again', run: () => ask('person') },
      { id: 'duplicate', name: 'Duplicate', run: () => duplicate(walk) },
      { id: 'close', name: 'Close the case', run: () => closeOrAsk(ask) },
    ],
  },
  {
    title: 'Other cases',
    actions: [
      { id: 'another', name: 'Start or open another…', run: () => closeOrAsk(ask) },
      { id: 'generate', name: 'Generate cases…', run: () => ask('generate') },
    ],
  },
];

function Dialogs(props: {
  readonly walk: WalkNow;
  readonly dialog: DialogName | null;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { walk, dialog, onClose } = props;
  return (
    <Suspense>
      {dialog === 'rename' && <RenameCaseDialog walk={walk} onClose={onClose} />}
      {dialog === 'save' && <SaveCaseDialog walk={walk} onClose={onClose} />}
      {dialog === 'person' && <PersonRecordDialog walk={walk} onClose={onClose} />}
      {dialog === 'close' && <CloseCaseDialog walk={walk} onClose={onClose} />}
      {dialog === 'generate' && <GenerateDialog {...walk} onClose={onClose} />}
    </Suspense>
  );
}

const SAVED = { yes: 'Saved', no: 'Not saved, kept until it is closed' } as const;

/** The case's name and date, and its history: back, forward, branches, saving. */
export function HistoryBar(props: BarProps): React.JSX.Element {
  const { isHistoryShown, onHistory, ...walk } = props;
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const unsaved = useStore(WALKING, isUnsaved);
  const { played } = walk;
  return (
    <div className="walk-bar">
      <h3 className="walk-bar__name">{played.name}</h3>
      <DateMoves {...walk} />
      <div className="walk-bar__ways">
        <button
          type="button"
          id="walk-history"
          className="small-button"
          aria-expanded={isHistoryShown}
          onClick={onHistory}
        >
          History
          {played.branches.length > 1 && <span className="walk-bar__count"> {played.branches.length} branches</span>}
        </button>
        <button type="button" id="walk-save-script" className="small-button" onClick={() => saveScript(walk)}>
          Save as script
        </button>
        <MenuButton
          words={<>Case ▾</>}
          label="Case: save, rename, close"
          className="small-button"
          groups={() => actionsOf(walk, setDialog)}
        />
      </div>
      <HistoryMoves {...walk} />
      <p className="walk-bar__saved">{unsaved ? SAVED.no : SAVED.yes}</p>
      <Dialogs walk={walk} dialog={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}
