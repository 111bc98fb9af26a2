import type { ScreenProps } from '#app/use-shown.ts';

/** The screen Findings. */
export function FindingsScreen({ shown }: ScreenProps): React.JSX.Element {
  return (
    <main className="screen" id="main" tabIndex={-1}>
      <h2>Findings</h2>
      <p>{shown.index.workspace.manifest.title}</p>
    </main>
  );
}
