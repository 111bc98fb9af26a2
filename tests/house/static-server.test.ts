import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CONTENT_SECURITY_POLICY, serveFolder } from '../../scripts/lib/static-server.mjs';

let folder: string;
let server: Awaited<ReturnType<typeof serveFolder>>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-served-'));
  await mkdir(join(folder, 'app', 'assets'), { recursive: true });
  await writeFile(join(folder, 'app', 'index.html'), '<!doctype html><title>The app</title>');
  await writeFile(join(folder, 'app', 'assets', 'a b.js'), 'export const x = 1;');
  await writeFile(join(folder, 'secret.txt'), 'not for you');
  await symlink(join(folder, 'secret.txt'), join(folder, 'app', 'link.txt'));
  server = await serveFolder(join(folder, 'app'), 0);
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

interface Answered {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** Asks for a path exactly as written: `fetch` would tidy `..` away before it is sent. */
function ask(path: string, method = 'GET'): Promise<Answered> {
  return new Promise((done, failed) => {
    const asking = request({ host: '127.0.0.1', port: server.port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      response.on('end', () => done({ status: response.statusCode, headers: response.headers, body }));
    });
    asking.on('error', failed).end();
  });
}

test('the page is served at the address that is printed, with the security policy', async () => {
  expect(server.address).toBe(`http://localhost:${server.port}/`);
  const page = await ask('/');
  expect(page).toMatchObject({ status: 200, body: '<!doctype html><title>The app</title>' });
  expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
  expect(page.headers['content-security-policy']).toBe(CONTENT_SECURITY_POLICY);
  expect(page.headers['x-content-type-options']).toBe('nosniff');
});

test('nothing may be loaded from elsewhere, and no script may stand in the page', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self';");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/https?:|\*|unsafe-eval/u);
});

test('scripts have the type that browsers insist on', async () => {
  const script = await ask('/assets/a%20b.js?v=1');
  expect(script).toMatchObject({ status: 200, body: 'export const x = 1;' });
  expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
});

test.each([
  ['/nothing.js', 404],
  ['/assets', 404],
  ['/assets/', 404],
  ['/../secret.txt', 404],
  ['/%2e%2e/secret.txt', 404],
  ['/..%2fsecret.txt', 404],
  ['/assets/../../secret.txt', 404],
  ['/link.txt', 404],
  ['/%00', 400],
  ['/%', 400],
])('%s is refused with %i', async (path, status) => {
  const refused = await ask(path);
  expect(refused.status).toBe(status);
  expect(refused.body).not.toContain('not for you');
});

test('nothing can be written', async () => {
  expect((await ask('/', 'POST')).status).toBe(405);
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
});
