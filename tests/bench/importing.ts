import Papa from 'papaparse';
import { newEditor } from '#pipeline/edit-workspace.ts';
import { importMosaic } from '#pipeline/import-mosaic.ts';
import { type OpenedWorkspace, openWorkspace } from '#pipeline/open-workspace.ts';
import { least, type Spent } from './measure.ts';
import { type Line, milliseconds, ratioOf } from './table.ts';

/** How large the extracts of a whole Mosaic are: most rows of questions are of old versions. */
export interface ExtractSize {
  readonly steps: number;
  readonly forms: number;
  readonly versions: number;
  readonly questionsEach: number;
}

export const WHOLE_MOSAIC: ExtractSize = { steps: 250, forms: 250, versions: 10, questionsEach: 60 };

const range = (length: number): readonly number[] => Array.from({ length }, (_, at) => at);
const csv = (header: string, rows: readonly string[]): Uint8Array =>
  new TextEncoder().encode(`${header}\n${rows.join('\n')}\n`);

/** The extracts of an invented council of that size. */
export function extractsOf({ steps, forms, versions, questionsEach }: ExtractSize): ReadonlyMap<string, Uint8Array> {
  const templates = range(forms).flatMap((form) =>
    range(versions).map((version) => ({ form, version, id: form * versions + version })),
  );
  const questions = templates.flatMap(({ form, id }) =>
    range(questionsEach).map((at) => ({ id: id * questionsEach + at, template: id, code: `F${form}_Q${at}`, at })),
  );
  return new Map([
    [
      'steps.csv',
      csv(
        'WORKFLOW_STEP_TYPE_ID,DESCRIPTION,CONTEXT',
        range(steps).map((id) => `${id},Step ${id},C`),
      ),
    ],
    [
      'step-forms.csv',
      csv(
        'WORKFLOW_STEP_TYPE_ID,TEMPLATE_ID,MANDATORY',
        templates.map(({ form, id }) => `${form % steps},${id},Y`),
      ),
    ],
    [
      'forms.csv',
      csv(
        'TEMPLATE_ID,TEMPLATE_USER_CODE,TITLE,VERSION',
        templates.map(({ form, version, id }) => `${id},F${form},Form ${form},${version}`),
      ),
    ],
    [
      'questions.csv',
      csv(
        'TEMPLATE_ID,QUESTION_ID,QUESTION_USER_CODE,QUESTION_TEXT,ANSWER_DATATYPE,MANDATORY,SECTION',
        questions.map(
          ({ id, template, code, at }) =>
            `${template},${id},${code},"What is asked, the ${at}th of all?",${at % 3 === 0 ? 'LOOKUP' : 'DATE'},True,Section ${at % 7}`,
        ),
      ),
    ],
    [
      'lookups.csv',
      csv(
        'QUESTION_USER_CODE,QUESTION_ID,QUESTION_LOOKUP_ID,ANSWER',
        questions
          .filter(({ at, template }) => at % 3 === 0 && template % versions === versions - 1)
          .flatMap(({ id, code }) => range(8).map((answer) => `${code},${id},${id * 8 + answer},Answer ${answer}`)),
      ),
    ],
  ]);
}

async function spend(work: () => Promise<unknown>): Promise<Spent> {
  const before = process.cpuUsage();
  const start = performance.now();
  await work();
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

async function papaparseAlone(files: ReadonlyMap<string, Uint8Array>): Promise<number> {
  const decoder = new TextDecoder();
  const rows = [...files.values()].map((bytes) => Papa.parse<string[]>(decoder.decode(bytes)).data.length);
  return rows.reduce((one, other) => one + other, 0);
}

const EMPTY = (): OpenedWorkspace => openWorkspace(new Map(), new Map());

async function bringIn(opened: OpenedWorkspace, files: ReadonlyMap<string, Uint8Array>): Promise<OpenedWorkspace> {
  const imported = await importMosaic({ opened, files, today: '2026-11-22', leaveOutRetired: false });
  if (imported === null || 'personal' in imported) throw new Error('The extracts were refused.');
  return newEditor().change(opened, imported.edits);
}

/** Bringing the extracts of a whole Mosaic in, and again the next month, against papaparse alone on the same bytes. */
export async function measureImporting(size: ExtractSize, rounds: number): Promise<readonly Line[]> {
  const files = extractsOf(size);
  const standing = await bringIn(EMPTY(), files);
  let spent: Readonly<Record<'baseline' | 'first' | 'again', Spent>> | null = null;
  for (let round = 0; round < rounds; round += 1) {
    const now = {
      baseline: await spend(() => papaparseAlone(files)),
      first: await spend(() => bringIn(EMPTY(), files)),
      again: await spend(() => bringIn(standing, files)),
    };
    spent =
      spent === null
        ? now
        : {
            baseline: least(spent.baseline, now.baseline),
            first: least(spent.first, now.first),
            again: least(spent.again, now.again),
          };
  }
  if (spent === null) return [];
  const { baseline, first, again } = spent;
  const rows = (size.forms * size.versions * size.questionsEach).toLocaleString('en-GB');
  const lineOf = (what: string, ours: Spent): Line => ({
    what,
    took: milliseconds(ours),
    baseline: `papaparse alone on the same bytes: ${milliseconds(baseline)}`,
    ratio: ratioOf(ours.cpu, baseline.cpu),
    aim: 'none set',
    met: null,
    whyMissed: '',
  });
  return [
    lineOf(`Making a workspace of Mosaic extracts (${rows} rows of questions)`, first),
    lineOf('Bringing the same extracts in again next month', again),
  ];
}
