import { startElk } from '#layout/start-elk.ts';
import { assertNever, invariant } from '#model/assert.ts';
import type { Audit } from '#model/audit.ts';
import type { ReturnId } from '#model/ids.ts';
import { toAuditPatch } from '#pipeline/audit-patch.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import { drawPicture, FIRST_PICTURE, type Picture } from '#pipeline/draw-picture.ts';
import { newEditor } from '#pipeline/edit-workspace.ts';
import { generateInTurns } from '#pipeline/generate-cases.ts';
import type { OpenedWorkspace } from '#pipeline/open-workspace.ts';
import { suggestInTurns } from '#pipeline/suggest-facts.ts';
import { makeFile, readWorkbook } from './do-task.ts';
import { type Answer, OPENER, type Request, type WorkerNews } from './messages.ts';
import { readInput } from './read-input.ts';
import { newStates } from './states.ts';

const layOut = startElk();
const editor = newEditor();
const states = newStates<OpenedWorkspace>();

type Tell = (news: WorkerNews) => void;
type Asking = Extract<Request, { kind: 'ask' }>;

/** The last audit told to each. */
const audits = new Map<string, Audit>();

function audit({ value, problems }: OpenedWorkspace, wanted: ReturnId | null, who: string): WorkerNews {
  const now = auditWorkspace(value, problems, wanted);
  const patch = toAuditPatch(audits.get(who) ?? null, now);
  audits.set(who, now);
  return { kind: 'audit-changed', who, patch };
}

async function draw(opened: OpenedWorkspace, picture: Picture): Promise<WorkerNews> {
  const { diagram, keep } = drawPicture(opened, picture);
  return { kind: 'drawn', diagram: await layOut(diagram, keep) };
}

/** The picture is asked for first and handed on before the audit, which nobody can look at without it. */
async function open(request: Extract<Request, { kind: 'open' }>, tell: Tell): Promise<void> {
  tell({ kind: 'stage', stage: 'reading' });
  const read = await readInput(request.input);
  if (read.kind === 'opened') states.set(request.revision, read.opened);
  tell(read);
  if (read.kind === 'refused') return;
  tell({ kind: 'stage', stage: 'checking' });
  tell(await draw(read.opened, FIRST_PICTURE));
  tell(audit(read.opened, request.wanted, OPENER));
}

/** Suggestions for a large workspace take seconds: an audit that somebody waits for comes in between. */
const IN_TURNS = {
  turn: 25,
  now: () => performance.now(),
  pause: () => new Promise<void>((resolve) => setTimeout(resolve)),
};

/** Counts the requests to give up: cases that were begun before one are. */
let stops = 0;

async function generate({ value }: OpenedWorkspace, wanted: ReturnId | null, tell: Tell): Promise<WorkerNews> {
  const before = stops;
  const generated = await generateInTurns(value, wanted, IN_TURNS, {
    tell: (progress) => tell({ kind: 'generating', ...progress }),
    isStopped: () => stops > before,
  });
  return generated === null ? { kind: 'stopped' } : { kind: 'generated', ...generated };
}

async function answer(opened: OpenedWorkspace, { question, who }: Asking, tell: Tell): Promise<WorkerNews> {
  switch (question.kind) {
    case 'audit':
      return audit(opened, question.wanted, who);
    case 'suggest':
      return { kind: 'suggested', suggestions: await suggestInTurns(opened.value, question.wanted, IN_TURNS) };
    case 'generate':
      return generate(opened, question.wanted, tell);
    case 'stop-generating':
      stops += 1;
      return { kind: 'stopped' };
    case 'draw':
      return draw(opened, question.picture);
    case 'export':
      return makeFile(opened, question, layOut);
    case 'import-workbook':
      return readWorkbook(opened, question);
    default:
      return assertNever(question);
  }
}

async function hear(request: Request, tell: Tell): Promise<void> {
  switch (request.kind) {
    case 'open':
      return open(request, tell);
    case 'state':
      states.set(request.revision, request.opened);
      return undefined;
    case 'change': {
      const from = states.get(request.from);
      invariant(from !== undefined, `no state ${request.from} to change`);
      states.set(request.revision, editor.change(from, request.changes));
      return undefined;
    }
    case 'ask': {
      const opened = states.get(request.revision);
      invariant(opened !== undefined, `no state ${request.revision} to look at`);
      tell(await answer(opened, request, tell));
      return undefined;
    }
    default:
      return assertNever(request);
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  const number = 'number' in request ? request.number : 0;
  const tell: Tell = (news) => self.postMessage({ number, news } satisfies Answer);
  hear(request, tell).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
});
