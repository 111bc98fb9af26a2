/** The scripted cases of the worked example, each fetched when it is opened or named. */
const FILES: Readonly<Record<string, () => Promise<string>>> = import.meta.glob<string>('/fixtures/cases/*.json', {
  query: '?raw',
  import: 'default',
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/u, '');

const BY_NAME: ReadonlyMap<string, () => Promise<string>> = new Map(
  Object.entries(FILES).map(([path, fetchText]) => [nameOf(path), fetchText]),
);

/** The names of the scripted cases, as an address has them. */
export const scriptedCases: readonly string[] = [...BY_NAME.keys()].toSorted();

/** The text of a scripted case; null where there is none of that name, or it could not be fetched. */
export async function scriptedCase(name: string): Promise<string | null> {
  try {
    return (await BY_NAME.get(name)?.()) ?? null;
  } catch {
    return null;
  }
}
