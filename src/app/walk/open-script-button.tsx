import { useRef } from 'react';

/** Picks a script from the disk. */
export function OpenScriptButton({ onOpen }: { readonly onOpen: (file: File) => void }): React.JSX.Element {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="small-button" onClick={() => input.current?.click()}>
        Open a script…
      </button>
      <input
        ref={input}
        id="open-script"
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Script of a case"
        onChange={({ target }) => {
          const [file] = [...(target.files ?? [])];
          if (file !== undefined) onOpen(file);
          // The same file may be opened again after it was changed.
          target.value = '';
        }}
      />
    </>
  );
}
