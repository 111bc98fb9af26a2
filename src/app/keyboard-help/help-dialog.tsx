import { KeyboardHelp } from '#views/keyboard-help/keyboard-help.tsx';
import { KEY_GROUPS } from './keys.ts';
import { setSingleKeys, useSingleKeys } from './single-keys.ts';

/** The help with every key there is. */
export function HelpDialog({ onClose }: { readonly onClose: () => void }): React.JSX.Element {
  const singleKeys = useSingleKeys();
  return <KeyboardHelp groups={KEY_GROUPS} singleKeys={singleKeys} onSingleKeys={setSingleKeys} onClose={onClose} />;
}
