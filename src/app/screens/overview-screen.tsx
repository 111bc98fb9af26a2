import type { ScreenProps } from '#app/use-shown.ts';

/** The screen Overview. */
export function OverviewScreen({ shown }: ScreenProps): React.JSX.Element {
  return (
    <main className="screen" id="main" tabIndex={-1}>
      <h2>Overview</h2>
      <p>{shown.index.workspace.manifest.title}</p>
    </main>
  );
}
