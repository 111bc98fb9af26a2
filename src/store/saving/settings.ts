/** The browser's small storage of texts, as far as it is used. */
export type TextStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** A way of looking at a screen that somebody gave a name. */
export interface SavedView {
  readonly name: string;
  readonly view: Readonly<Record<string, string>>;
}

/** What this browser remembers of the person, whatever workspace is open. Where it cannot, until the tab is closed. */
export interface Settings {
  /** What the person is called in `by`; empty where they have not said. */
  readonly displayName: () => string;
  readonly setDisplayName: (name: string) => void;
  /** The named views of a screen, in the order of their names. */
  readonly savedViews: (screen: string) => readonly SavedView[];
  /** A view of the same name is replaced. */
  readonly addView: (screen: string, saved: SavedView) => void;
  /** False, and nothing done, where another view has the new name or none has the old one. */
  readonly renameView: (screen: string, from: string, to: string) => boolean;
  readonly removeView: (screen: string, name: string) => void;
}

const NAME = 'throughline.display-name';
const viewsKey = (screen: string): string => `throughline.views.${screen}`;

/** Reads and writes texts; what the browser refuses to store is remembered until the tab is closed. */
function rememberTexts(storage: TextStorage | null): Pick<Map<string, string>, 'get' | 'set'> {
  const memory = new Map<string, string>();
  return {
    get: (key) => {
      try {
        return memory.get(key) ?? storage?.getItem(key) ?? undefined;
      } catch {
        return memory.get(key);
      }
    },
    set: (key, value) => {
      try {
        memory.delete(key);
        if (storage === null) memory.set(key, value);
        else storage.setItem(key, value);
      } catch {
        memory.set(key, value);
      }
      return memory;
    },
  };
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toView(value: unknown): readonly SavedView[] {
  if (!isRecord(value) || typeof value['name'] !== 'string' || !isRecord(value['view'])) return [];
  const said = Object.entries(value['view']).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return [{ name: value['name'], view: Object.fromEntries(said) }];
}

/** What of a stored text can be understood as views. */
function parseViews(text: string | undefined): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(found) ? found.flatMap(toView) : [];
  } catch {
    return [];
  }
}

/** The settings of this browser; null where it stores nothing. */
export function openSettings(storage: TextStorage | null): Settings {
  const texts = rememberTexts(storage);
  const viewsOf = (screen: string): readonly SavedView[] => parseViews(texts.get(viewsKey(screen)));

  function store(screen: string, views: readonly SavedView[]): void {
    const inOrder = views.toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
    texts.set(viewsKey(screen), JSON.stringify(inOrder));
  }

  return {
    displayName: () => texts.get(NAME)?.trim() ?? '',
    setDisplayName: (name) => void texts.set(NAME, name.trim()),
    savedViews: viewsOf,
    addView: (screen, saved) => store(screen, [...viewsOf(screen).filter(({ name }) => name !== saved.name), saved]),
    renameView: (screen, from, to) => {
      const views = viewsOf(screen);
      const has = (name: string): boolean => views.some((saved) => saved.name === name);
      if (!has(from) || (from !== to && has(to))) return false;
      store(
        screen,
        views.map((saved) => (saved.name === from ? { ...saved, name: to } : saved)),
      );
      return true;
    },
    removeView: (screen, name) =>
      store(
        screen,
        viewsOf(screen).filter((saved) => saved.name !== name),
      ),
  };
}
