import { lazy, Suspense, useRef, useState } from 'react';
import type { ActionGroup } from '#views/action-menu/action-menu.tsx';

const fetchMenu = () => import('#views/action-menu/action-menu.tsx');
const ActionMenu = lazy(() => fetchMenu().then((room) => ({ default: room.ActionMenu })));

interface MenuButtonProps {
  /** What the button says, with what it does for those who hear it alone. */
  readonly words: React.ReactNode;
  readonly label: string;
  readonly className: string;
  readonly groups: () => readonly ActionGroup[];
}

/** A button with a menu, which is fetched when somebody goes near it. */
export function MenuButton({ words, label, className, groups }: MenuButtonProps): React.JSX.Element {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const fetchEarly = (): void => void fetchMenu();
  return (
    <>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={fetchEarly}
        onFocus={fetchEarly}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </button>
      <Suspense>
        {isOpen && <ActionMenu label={label} groups={groups()} trigger={button} onClose={() => setOpen(false)} />}
      </Suspense>
    </>
  );
}
