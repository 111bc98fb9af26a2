import type { Workspace } from '#model/workspace.ts';
import { aNextAction, aStepType, aWorkspace } from '../support/a-workspace.ts';

const NAMES = [
  'A name with "quotes", ’apostrophes’ & <script>alert(1)</script>',
  'شريط أطول من العربية',
  'Family 👨‍👩‍👧‍👦 meeting 🏡',
  `A name of three hundred letters ${'that goes on and on '.repeat(14)}`.slice(0, 300),
  'Wordwithoutanyspaceinitwhichislongerthanthestepitselfiswideandmorethanthat',
  '=1+1\nand a line break',
  'Bell \u0007 and ] ]]> -- %% ; | ` # end',
];

/** Workspaces that a picture has to bear. */
export const AWKWARD: Readonly<Record<string, Workspace>> = {
  'no step': aWorkspace({}),
  'one step': aWorkspace({ steps: ['A may-start may-end'] }),
  'awkward names': {
    ...aWorkspace({}),
    stepTypes: NAMES.map((name, index) =>
      aStepType(`S${index}`, { name, workflow: index % 2 === 0 ? name : '', mayStart: index === 0, mayEnd: true }),
    ),
    nextActions: NAMES.flatMap((name, index) => [
      aNextAction(`N${index}`, `S${index}`, `S${(index + 1) % NAMES.length}`, { label: name }),
      aNextAction(`E${index}`, `S${index}`, index % 2 === 0 ? 'end' : '?', { label: name }),
    ]),
  },
};
