import { useEffect, useEffectEvent } from 'react';
import { isDialogOpen } from '#app/keyboard-help/is-writing.ts';
import type { ActionGroup } from '#views/action-menu/action-menu.tsx';
import { SaveStatus } from '#views/save-status/save-status.tsx';
import type { Keeper } from './create-keeper.ts';
import { describeSaving, saveWords } from './describe-saving.ts';
import { useKeeper, useKept } from './keeper-context.ts';
import { MenuButton } from './menu-button.tsx';
import { useNow } from './use-now.ts';

/** Ctrl+S saves, wherever the keyboard is. A field that is being written in hears first, so that it can finish. */
function useSaveKey(keeper: Keeper): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 's') return;
    event.preventDefault();
    if (isDialogOpen() || event.repeat) return;
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
    void keeper.save();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** The name of the page says whose workspace it is, with a dot while something is not saved to a file. */
function useTitle(authority: string, isUnsaved: boolean): void {
  useEffect(() => {
    const name = authority === '' ? 'Throughline' : `${authority} – Throughline`;
    document.title = isUnsaved ? `● ${name}` : name;
  }, [authority, isUnsaved]);
}

function waysOf(keeper: Keeper, hasFolder: boolean): readonly ActionGroup[] {
  const zip = { id: 'zip', name: 'Download a zip', run: () => void keeper.downloadZip() };
  const own = { id: 'own', name: 'Save to folder', hint: 'changed files only', run: () => void keeper.save() };
  const other = {
    id: 'other',
    name: hasFolder ? 'Save to another folder…' : 'Save to a folder…',
    run: () => void keeper.saveToPicked(),
  };
  return [
    {
      title: 'Save',
      actions: [...(hasFolder ? [own] : []), ...(keeper.canPickFolder ? [other] : []), zip],
    },
    {
      title: 'Earlier',
      actions: [{ id: 'versions', name: 'Earlier states…', run: () => keeper.show('versions') }],
    },
  ];
}

/** What is saved, what is not, and how to save it. */
export function SaveBar({ authority }: { readonly authority: string }): React.JSX.Element {
  const keeper = useKeeper();
  const state = useKept((known) => known);
  const { unsaved, origin, role, looking, isSaving } = state;
  const hasFolder = origin.kind === 'folder' && origin.folder !== null;
  useSaveKey(keeper);
  useTitle(authority, unsaved.length > 0);
  const now = Math.max(useNow(), state.lastSaved?.at ?? 0);
  return (
    <SaveStatus
      standing={describeSaving(state, now)}
      action={saveWords(state)}
      canSave={role === 'owner' && looking === null && !isSaving}
      onSave={() => void keeper.save()}
      unsaved={unsaved}
    >
      <MenuButton
        className="text-button save-status__other"
        label="Other ways to save"
        words={<span aria-hidden="true">▾</span>}
        groups={() => waysOf(keeper, hasFolder)}
      />
    </SaveStatus>
  );
}
