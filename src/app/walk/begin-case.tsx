import type { ScreenProps } from '#app/use-shown.ts';
import { newCase } from '#cases/played-case.ts';
import { WALKING } from './use-walk.ts';

/** What stands on the screen while no case has been begun: cases to open, and one to start. */
export function BeginCase({ shown }: ScreenProps): React.JSX.Element {
  const on = shown.index.workspace.manifest.asAt;
  return (
    <button type="button" onClick={() => WALKING.setState({ played: newCase('New case', { held: [], on }) })}>
      Start a case
    </button>
  );
}
