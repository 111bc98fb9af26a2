/** What a room of `src` may import, and the packages it alone uses. */
export interface Room {
  readonly mayImport: readonly string[];
  readonly packages: readonly string[];
}

const UP_TO_PIPELINE = [
  'model',
  'workspace',
  'edits',
  'importers',
  'machine',
  'cases',
  'returns',
  'walk',
  'analyses',
  'diagram',
  'exporters',
];

const VIEW_PACKAGES = [
  'react',
  'react-dom',
  'react-aria-components',
  '@xyflow/react',
  '@tanstack/react-virtual',
  '@observablehq/plot',
  'govuk-frontend',
];

/** The table of `src/README.md`. A package is named by its first part: `elkjs` stands for `elkjs/lib/elk-api.js` too. */
export const ROOMS: Readonly<Record<string, Room>> = {
  model: { mayImport: [], packages: [] },
  workspace: { mayImport: ['model'], packages: ['papaparse', 'fflate'] },
  edits: { mayImport: ['model', 'workspace'], packages: [] },
  importers: { mayImport: ['model', 'workspace'], packages: ['read-excel-file', 'saxes', 'fflate', 'bpmn-moddle'] },
  machine: { mayImport: ['model'], packages: ['xstate'] },
  cases: { mayImport: ['model', 'machine'], packages: ['jsonc-parser'] },
  returns: { mayImport: ['model', 'machine'], packages: [] },
  walk: { mayImport: ['model', 'machine', 'cases', 'returns', 'analyses', 'diagram'], packages: [] },
  analyses: { mayImport: ['model'], packages: [] },
  diagram: { mayImport: ['model'], packages: [] },
  layout: { mayImport: ['diagram'], packages: ['elkjs'] },
  exporters: {
    mayImport: ['model', 'diagram'],
    packages: ['pptxgenjs', 'fflate', '@cantoo/pdf-lib', 'fontkit', '@expo-google-fonts/arimo'],
  },
  pipeline: { mayImport: UP_TO_PIPELINE, packages: [] },
  store: { mayImport: ['model', 'diagram', 'cases', 'pipeline'], packages: ['zustand', 'idb'] },
  views: { mayImport: ['model', 'diagram', 'walk'], packages: VIEW_PACKAGES },
  app: {
    mayImport: ['model', 'diagram', 'machine', 'edits', 'cases', 'returns', 'walk', 'pipeline', 'store', 'views'],
    packages: ['react', 'react-dom', 'react-aria-components', 'zustand', 'govuk-frontend'],
  },
  worker: { mayImport: ['model', 'diagram', 'layout', 'pipeline'], packages: [] },
  cli: { mayImport: ['model', 'diagram', 'pipeline', 'layout'], packages: ['node'] },
};

/** The one file outside the rooms: it puts the app together. */
export const MAIN = 'main.tsx';
export const MAIN_ROOM: Room = {
  mayImport: ['model', 'app', 'store', 'worker'],
  packages: ['react', 'react-dom', 'govuk-frontend', '@xyflow/react'],
};
