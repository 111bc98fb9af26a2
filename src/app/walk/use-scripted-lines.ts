import { useEffect, useState } from 'react';
import { readScript } from '#cases/read-script.ts';
import type { CaseLine } from '#views/walk-frame/cases-list.tsx';
import { scriptedCase, scriptedCases } from './scripted-cases.ts';

interface Scripted {
  readonly line: CaseLine;
  readonly length: number;
}

async function readScripted(id: string): Promise<Scripted> {
  const script = readScript((await scriptedCase(id)) ?? '').value;
  const line = { id, name: script?.name ?? id, about: script?.about ?? '', says: '' };
  return { line, length: script?.steps.length ?? 0 };
}

/** The scripted cases of the worked example as a list, once they have been fetched. */
export function useScriptedLines(isExample: boolean): readonly CaseLine[] {
  const [lines, setLines] = useState<readonly CaseLine[]>([]);
  useEffect(() => {
    let isWanted = isExample;
    if (isExample)
      void Promise.all(scriptedCases.map(readScripted)).then((found) => {
        const shortestFirst = found.toSorted((a, b) => a.length - b.length);
        if (isWanted) setLines(shortestFirst.map(({ line }) => line));
      });
    return () => {
      isWanted = false;
    };
  }, [isExample]);
  return isExample ? lines : [];
}
