import { readFileSync } from 'node:fs';

/** What the browser fetches before anything shows: the page's own scripts, what they preload, and its styles. */
function firstLoad() {
  const page = readFileSync(new URL('./dist/app/index.html', import.meta.url), 'utf8');
  const named = [...page.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="\.\/([^"]+\.(?:js|css))"/gu)];
  if (named.length === 0) throw new Error('dist/app/index.html names no script: nothing was measured.');
  return ['dist/app/index.html', ...named.map((match) => `dist/app/${match[1]}`)];
}

export default [{ name: 'first load', path: firstLoad(), gzip: true, limit: '250 kB' }];
