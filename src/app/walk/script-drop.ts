/** A script that hangs over the page: one JSON file. What a folder or a zip is belongs to the whole page. */
const isScript = ({ items }: DataTransfer): boolean => {
  const [only] = [...items];
  return items.length === 1 && only?.kind === 'file' && only.type === 'application/json';
};

interface ScriptDrop {
  readonly onDragOver: (event: React.DragEvent) => void;
  readonly onDrop: (event: React.DragEvent) => void;
}

/** Opens a script that is dropped on the screen. */
export const scriptDrop = (open: (file: File) => void): ScriptDrop => ({
  onDragOver: (event) => {
    if (!isScript(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  onDrop: (event) => {
    const [file] = [...event.dataTransfer.files];
    if (file === undefined || !isScript(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    open(file);
  },
});
