import { drawMap } from '#diagram/draw-map.ts';
import { startElk } from '#layout/start-elk.ts';
import { indexWorkspace } from '#model/index-workspace.ts';
import { auditWorkspace } from '#pipeline/audit-workspace.ts';
import type { OpeningNews } from '#pipeline/background.ts';
import type { Answer, Request } from './messages.ts';
import { readInput } from './read-input.ts';

const layOut = startElk();

type Tell = (news: OpeningNews) => void;

async function open(request: Extract<Request, { kind: 'open' }>, tell: Tell): Promise<void> {
  tell({ kind: 'stage', stage: 'reading' });
  const read = await readInput(request.input);
  if (read.kind === 'refused') {
    tell(read);
    return;
  }
  tell(read);
  const { workspace, problems } = read.opened;
  tell({ kind: 'stage', stage: 'checking' });
  const drawn = layOut(drawMap(indexWorkspace(workspace))).then((diagram) => tell({ kind: 'drawn', diagram }));
  tell({ kind: 'audited', audit: auditWorkspace(workspace, problems, request.wanted) });
  await drawn;
}

async function answer(request: Request, tell: Tell): Promise<void> {
  if (request.kind === 'open') await open(request, tell);
  else {
    const { workspace, problems } = request.opened;
    tell({ kind: 'audited', audit: auditWorkspace(workspace, problems, request.wanted) });
  }
}

self.addEventListener('message', (event: MessageEvent<Request>) => {
  const request = event.data;
  const tell: Tell = (news) => self.postMessage({ number: request.number, news } satisfies Answer);
  answer(request, tell).catch((error: unknown) => tell({ kind: 'failed', reason: String(error) }));
});
