import type { TestProject } from 'vitest/node';
import { buildCommandLineWhenStale } from '../../scripts/lib/built.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Why the command line could not be built; empty when it was. */
    buildFault: string;
  }
}

/** Builds the command line once for all tests that run it. A fault fails those tests, not the others. */
export async function setup(project: TestProject): Promise<void> {
  try {
    await buildCommandLineWhenStale();
    project.provide('buildFault', '');
  } catch (error) {
    project.provide('buildFault', String(error));
  }
}
