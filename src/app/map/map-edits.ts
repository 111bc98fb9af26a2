import { removeRows } from '#edits/cells.ts';
import type { Workspace } from '#model/workspace.ts';
import type { Edit } from '#pipeline/edit-workspace.ts';

/** Lets the layout place every step that people have moved. */
export const undoAllMoves = ({ positions }: Workspace): Edit => ({
  name: 'let the map place every step',
  changes: positions.length === 0 ? [] : removeRows(positions.map(({ at }) => at)),
});
