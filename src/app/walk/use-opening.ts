import { useCallback, useState } from 'react';
import type { ScreenProps } from '#app/use-shown.ts';
import type { Problem } from '#model/finding.ts';
import { walkRulesOf } from '#pipeline/walk-case.ts';
import { openScript } from './open-script.ts';
import { scriptedCase } from './scripted-cases.ts';
import { playedAsSaid } from './use-case-address.ts';
import { CASES } from './walking.ts';

/** What was said of the script that was opened last. */
export interface Opened {
  readonly file: string;
  /** False where nothing of it could be played. */
  readonly isThere: boolean;
  readonly problems: readonly Problem[];
}

/** Ways to a case that was written down. */
export interface Opening {
  /** Null while there is nothing to say. */
  readonly opened: Opened | null;
  readonly dismiss: () => void;
  /** True while a script is played: a long one takes seconds. */
  readonly isPlaying: boolean;
  readonly openFile: (file: File) => Promise<void>;
  /** A scripted case of the worked example, played to where an address says. */
  readonly openScripted: (name: string, at: string) => Promise<void>;
}

const NOT_THERE = 'There is no such case in the worked example. Choose one from the list.';
const NOT_HERE = 'Only the worked example has scripted cases. Open the worked example, or a script of your own.';

const problemOf = (file: string, message: string): Opened => ({
  file,
  isThere: false,
  problems: [{ severity: 'error', file, row: 0, column: '', message }],
});

/** Lets the browser draw what was said before a long script holds it up. */
const drawn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));

/** Opens scripts for one state of the workspace. */
export function useOpening({ shown }: ScreenProps): Opening {
  const [opened, setOpened] = useState<Opened | null>(null);
  const { index } = shown;
  const isExample = shown.shown.name === null;
  const [isPlaying, setPlaying] = useState(false);
  const play = useCallback(
    async (file: string, text: string, { at, script }: { readonly at: string; readonly script: string }) => {
      setPlaying(true);
      await drawn();
      const { played, problems } = openScript(walkRulesOf(index), file, text);
      setPlaying(false);
      setOpened(problems.length === 0 ? null : { file, isThere: played !== null, problems });
      if (played !== null) await CASES.open({ played: playedAsSaid(played, at), script });
    },
    [index],
  );
  const openText = useCallback((file: string, text: string) => play(file, text, { at: '', script: '' }), [play]);
  const openScripted = useCallback(
    async (name: string, at: string) => {
      const text = isExample ? await scriptedCase(name) : null;
      if (text === null) setOpened(problemOf(name, isExample ? NOT_THERE : NOT_HERE));
      else await play(`${name}.json`, text, { at, script: name });
    },
    [play, isExample],
  );
  const openFile = useCallback(
    async (file: File) => {
      try {
        await openText(file.name, await file.text());
      } catch (error) {
        setOpened(problemOf(file.name, `The file could not be read: ${String(error)}`));
      }
    },
    [openText],
  );
  const dismiss = useCallback(() => setOpened(null), []);
  return { opened, dismiss, isPlaying, openFile, openScripted };
}
