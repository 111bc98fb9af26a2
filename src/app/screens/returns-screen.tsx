import type { ScreenProps } from '#app/use-shown.ts';

/** The screen Returns. */
export function ReturnsScreen({ shown }: ScreenProps): React.JSX.Element {
  return (
    <main className="screen" id="main" tabIndex={-1}>
      <h2>Returns</h2>
      <p>{shown.index.workspace.manifest.title}</p>
    </main>
  );
}
