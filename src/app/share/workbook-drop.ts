/** A workbook that hangs over the page; what is a folder or a zip belongs to the whole page. */
const isWorkbook = ({ items }: DataTransfer): boolean => {
  const [only] = [...items];
  return items.length === 1 && only?.kind === 'file' && /spreadsheetml|ms-excel/u.test(only.type);
};

interface WorkbookDrop {
  readonly onDragOver: (event: React.DragEvent) => void;
  readonly onDrop: (event: React.DragEvent) => void;
}

/** Reads a workbook that is dropped on the screen. */
export const workbookDrop = (open: (file: File) => void): WorkbookDrop => ({
  onDragOver: (event) => {
    if (!isWorkbook(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
  },
  onDrop: (event) => {
    const [file] = [...event.dataTransfer.files];
    if (file === undefined || !isWorkbook(event.dataTransfer)) return;
    event.preventDefault();
    event.stopPropagation();
    open(file);
  },
});
