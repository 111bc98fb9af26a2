import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { coverageConfigDefaults, defineConfig } from 'vitest/config';

/** What the licences of the built-in software ask for travels with the built app. */
function carryLicences(): Plugin {
  return {
    name: 'carry-licences',
    apply: 'build',
    generateBundle() {
      for (const name of ['LICENSE', 'THIRD-PARTY.md']) {
        const source = readFileSync(new URL(name, import.meta.url), 'utf8');
        this.emitFile({ type: 'asset', fileName: name.endsWith('.md') ? 'THIRD-PARTY.txt' : `${name}.txt`, source });
      }
    },
  };
}

/** The app is static files that may be opened from any folder of a web server, so every address is relative. */
export default defineConfig({
  base: './',
  plugins: [react(), carryLicences()],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2023' },
  worker: { format: 'es' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/browser/**'],
    globalSetup: ['tests/cli/global-setup.ts'],
    environment: 'node',
    setupFiles: ['tests/support/seed.ts'],
    testTimeout: 30_000,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: [...coverageConfigDefaults.exclude, '**/*.d.ts'],
      reporter: ['text-summary', 'json-summary'],
      // Rooms whose code only unit tests run. The browser runs the others, and the command line runs as built.
      thresholds: { 'src/{model,workspace,machine,layout,pipeline}/**': { lines: 85 } },
      reportsDirectory: 'coverage',
    },
  },
});
