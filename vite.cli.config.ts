import { defineConfig } from 'vite';

/** The command line as one file that runs with Node alone: what it needs is built in. */
export default defineConfig({
  publicDir: false,
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/throughline.ts',
    outDir: 'dist/cli',
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: { output: { entryFileNames: 'throughline.js', codeSplitting: false } },
  },
});
