import type { TestProject } from 'vitest/node';
import { getBrowser } from '../../scripts/find-browser.mjs';
import { APP_FOLDER, buildAppWhenStale } from '../../scripts/lib/built.mjs';
import { serveFolder } from '../../scripts/lib/static-server.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built app is served, with a slash at the end. */
    address: string;
    /** The browser's program file. */
    browserPath: string;
  }
}

/** Serves the built app, as `npm start` does, for all browser tests together. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('browserPath', getBrowser());
  await buildAppWhenStale();
  const server = await serveFolder(APP_FOLDER, 0);
  project.provide('address', server.address);
  return server.close;
}
