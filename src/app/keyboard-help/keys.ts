import type { KeyGroup } from '#views/keyboard-help/keyboard-help.tsx';

/** Every key that does something, by where it does it. Whoever adds a key adds its line here. */
export const KEY_GROUPS: readonly KeyGroup[] = [
  {
    title: 'Everywhere',
    keys: [
      { keys: 'Ctrl+K', or: '/', does: 'Search steps, questions, items, findings and commands' },
      { keys: 'Ctrl+S', does: 'Save to the folder, or download a zip' },
      { keys: 'Ctrl+Z', does: 'Undo' },
      { keys: 'Ctrl+Y', or: 'Ctrl+Shift+Z', does: 'Redo' },
      { keys: '?', does: 'These keys' },
      { keys: 'Escape', does: 'Close what is open, or clear what is lit' },
    ],
  },
  {
    title: 'Go to a screen',
    keys: [
      { keys: 'g then o', does: 'Overview' },
      { keys: 'g then m', does: 'Map' },
      { keys: 'g then f', does: 'Fields' },
      { keys: 'g then r', does: 'Returns' },
      { keys: 'g then i', does: 'Findings' },
      { keys: 'g then w', does: 'Walk' },
      { keys: 'g then s', does: 'Share' },
    ],
  },
  {
    title: 'Search',
    keys: [
      { keys: '↑ ↓', does: 'Go through the results' },
      { keys: 'Enter', does: 'Go to the result' },
      { keys: 'Ctrl+Enter', does: 'Of a question: why is this asked?' },
    ],
  },
  {
    title: 'Map',
    keys: [
      { keys: '← → ↑ ↓', does: 'Follow next actions from step to step' },
      { keys: 'Home', or: 'End', does: 'First step, last step' },
      { keys: 'Enter', does: 'Choose the step' },
      { keys: 'o', does: 'Open the step, or shut it' },
      { keys: 'F2', does: 'Go into the open step: its forms and questions' },
      { keys: 'a', does: 'Add a step' },
      { keys: 'n', does: 'New next action: go to its target, then Enter' },
      { keys: 'Alt+arrows', does: 'Move the step' },
      { keys: 'Delete', does: 'Remove what is chosen, after showing what hangs on it' },
      { keys: 'Escape', does: 'Clear what is chosen' },
    ],
  },
  {
    title: 'Grids, such as Fields',
    keys: [
      { keys: '← → ↑ ↓', does: 'Go from cell to cell; with Ctrl to the edge, with Shift choose a block' },
      { keys: 'Enter', or: 'F2', does: 'Next row; F2 writes in the cell, as does any letter' },
      { keys: 'Ctrl+A', does: 'Choose all' },
      { keys: 'Shift+Space', or: 'Ctrl+Space', does: 'Choose the row, the column' },
      { keys: 'Ctrl+C', or: 'Ctrl+V', does: 'Copy and paste blocks, to and from a spreadsheet too' },
      { keys: 'Ctrl+D', or: 'Ctrl+R', does: 'Fill down, fill right' },
      { keys: 'Delete', does: 'Clear the cells' },
      { keys: 'Alt+↓', or: 'Shift+F10', does: 'Menu of the column' },
    ],
  },
  {
    title: 'Findings',
    keys: [
      { keys: '↑ ↓', does: 'Go from finding to finding' },
      { keys: '← →', does: 'Shut a group, open it' },
      { keys: 'Space', does: 'Mark the finding; Ctrl+A marks all' },
      { keys: 'Enter', does: 'Read the finding' },
      { keys: 'k', or: 'a', does: 'Keep, accept the gap; each decision shows its letter' },
      { keys: 'u', does: 'Take a decision back' },
    ],
  },
  {
    title: 'Walk',
    keys: [
      { keys: '[', or: ']', does: 'Back and forward in the history of the case' },
      { keys: 'n', does: 'Next mandatory question that is not answered' },
      { keys: '↑ ↓', does: 'In the history: go from event to event; Enter goes there' },
      { keys: 'Any key', does: 'Stop a history that plays by itself' },
    ],
  },
];
