import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The app is static files that may be opened from any folder of a web server, so every address is relative. */
export default defineConfig({
  base: './',
  plugins: [react()],
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2023' },
  worker: { format: 'es' },
  test: { include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/browser/**'], environment: 'node', testTimeout: 30_000 },
});
