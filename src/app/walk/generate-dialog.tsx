import { useEffect, useState } from 'react';
import { download } from '#app/download.ts';
import { SavingDialog } from '#app/saving/saving-dialog.tsx';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Goal } from '#cases/generate/generated-cases.ts';
import { playScript } from '#cases/play-script.ts';
import { count } from '#diagram/describe-step.ts';
import { describeGoal, type Generated, generatedFiles } from '#pipeline/generate-cases.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { zipFiles } from '#pipeline/write-files.ts';
import type { GeneratingNews } from '#store/walking/generating.ts';
import { GeneratedList } from '#views/walk-frame/generated-list.tsx';
import { describeCoverage } from '#walk/generated-words.ts';
import { CASES } from './walking.ts';

interface GenerateProps extends ScreenProps {
  readonly onClose: () => void;
}

const BEGUN: GeneratingNews = { kind: 'generating', done: 0, of: 0 };

/** News of the cases in the making, from when the dialog opens; given up when it closes. */
function useGenerating({ store }: ScreenProps): GeneratingNews {
  const [news, setNews] = useState<GeneratingNews>(BEGUN);
  useEffect(() => store.generate(setNews), [store]);
  return news;
}

function Working({ done, of }: { readonly done: number; readonly of: number }): React.JSX.Element {
  return (
    <div role="status">
      <p className="saving-dialog__about">
        Making up cases that between them take every next action and answer every question that feeds the return
        {of > 0 && `: ${done} of ${of}`}…
      </p>
      <progress
        className="walk-generate__progress"
        aria-label="Cases being made up"
        max={of || undefined}
        value={of > 0 ? done : undefined}
      />
    </div>
  );
}

interface MadeProps extends GenerateProps {
  readonly generated: Generated;
}

function Made({ generated, shown, onClose }: MadeProps): React.JSX.Element {
  const { index } = shown;
  const { cases, goals, notCovered } = generated.cases;
  const words = (goal: Goal): string => describeGoal(index, goal);
  function open(id: string): void {
    const found = cases[Number(id)];
    if (found === undefined) return;
    onClose();
    void CASES.open({ played: playScript(walkRulesOf(index), found.script).case, isNew: true });
  }
  return (
    <GeneratedList
      coverage={describeCoverage(goals, notCovered)}
      cases={cases.map(({ script, steps, adds, staysOpen }, at) => ({
        id: String(at),
        name: script.name,
        about: script.about,
        steps,
        adds: adds.map(words),
        staysOpen,
      }))}
      uncovered={notCovered.map(({ goal, says }) => ({ goal: words(goal), says }))}
      leftOut={generated.leftOut}
      onOpen={open}
    />
  );
}

function downloadAll(generated: Generated): void {
  const encoder = new TextEncoder();
  const files = [...generatedFiles(generated)].map(([name, text]) => [name, encoder.encode(text)] as const);
  download('generated-cases.zip', zipFiles(new Map(files)), 'application/zip');
}

function Foot({ generated }: { readonly generated: Generated }): React.JSX.Element {
  const { length } = generated.cases.cases;
  return (
    <>
      <button
        type="button"
        className="small-button small-button--first"
        disabled={length === 0}
        onClick={() => downloadAll(generated)}
      >
        Download all as a zip
      </button>
      <span className="quiet">{count(length, 'script')}, the return file and its XML Schema</span>
    </>
  );
}

/** Makes up cases that between them take every next action and answer every question that feeds the return. */
export function GenerateDialog(props: GenerateProps): React.JSX.Element {
  const { onClose } = props;
  const news = useGenerating(props);
  const isMade = news.kind === 'generated';
  return (
    <SavingDialog
      title="Generated cases"
      onClose={onClose}
      closeWords={news.kind === 'generating' ? 'Cancel' : 'Close'}
      foot={isMade ? <Foot generated={news} /> : undefined}
    >
      {news.kind === 'generating' && <Working {...news} />}
      {news.kind === 'failed' && <p role="alert">The cases could not be made: {news.reason}</p>}
      {isMade && <Made {...props} generated={news} />}
    </SavingDialog>
  );
}
