import { openSettings, type SavedView, type Settings } from '#store/saving/settings.ts';

const SCREEN = 'fields';

/** The named views that this browser keeps for the fields. */
export interface FieldViews {
  readonly all: () => readonly SavedView[];
  readonly save: (saved: SavedView) => void;
  /** False where another view has the name. */
  readonly rename: (from: string, to: string) => boolean;
  readonly remove: (name: string) => void;
}

function openStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function openFieldViews(settings: Settings = openSettings(openStorage())): FieldViews {
  return {
    all: () => settings.savedViews(SCREEN),
    save: (saved) => settings.addView(SCREEN, saved),
    rename: (from, to) => settings.renameView(SCREEN, from, to),
    remove: (name) => settings.removeView(SCREEN, name),
  };
}
