import type { Problem } from '#model/finding.ts';
import { MANIFEST_FILE } from './read-manifest.ts';
import { FACTS } from './shapes-mappings.ts';
import * as workflow from './shapes-workflows.ts';

const FILE_ORDER: readonly string[] = [
  MANIFEST_FILE,
  ...[
    workflow.STEP_TYPES,
    workflow.FORMS,
    workflow.LOOKUPS,
    workflow.QUESTIONS,
    workflow.STEP_FORMS,
    workflow.NEXT_ACTIONS,
    workflow.QUESTION_USAGE,
    workflow.TIMINGS,
    workflow.POSITIONS,
    FACTS,
  ].map((shape) => shape.file),
];

/** Problems of one file together, in the order of its rows; what others refer to before what refers to it. */
export function orderProblems(problems: readonly Problem[]): readonly Problem[] {
  const files = new Map(FILE_ORDER.map((file, place) => [file, place]));
  for (const { file } of problems) if (!files.has(file)) files.set(file, files.size);
  const place = ({ file }: Problem): number => files.get(file) ?? 0;
  return problems.toSorted((a, b) => place(a) - place(b) || a.row - b.row);
}
