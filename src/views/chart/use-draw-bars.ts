import { useEffect, useState } from 'react';
import type { drawBars } from './draw-bars.ts';

type DrawBars = typeof drawBars;

let loading: Promise<DrawBars> | null = null;
let loaded: DrawBars | null = null;

/** Fetches what draws charts, once. */
async function load(): Promise<DrawBars> {
  loading ??= import('./draw-bars.ts').then((room) => room.drawBars);
  loaded = await loading;
  return loaded;
}

/** What draws charts; null until it has been fetched, and where it cannot be: the table stands there then. */
export function useDrawBars(): DrawBars | null {
  const [draw, setDraw] = useState<DrawBars | null>(() => loaded);
  useEffect(() => {
    let isHere = true;
    load().then(
      (fetched) => {
        if (isHere) setDraw(() => fetched);
      },
      () => {
        loading = null;
      },
    );
    return () => {
      isHere = false;
    };
  }, []);
  return draw;
}
