/**
 * The worked example and the shipped returns as texts of the build. Imported by the worker alone, and only when it
 * starts, so that they are no part of the first load.
 */
const workflows = import.meta.glob<string>('/workflows/*.{csv,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const mappings = import.meta.glob<string>('/mappings/**/*.{csv,json}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const encoder = new TextEncoder();

function toFiles(texts: Readonly<Record<string, string>>): ReadonlyMap<string, Uint8Array> {
  return new Map(Object.entries(texts).map(([path, text]) => [path.replace(/^\//u, ''), encoder.encode(text)]));
}

const SHIPPED = 'mappings/returns/';

/** The national returns and their facts, as the product ships them. */
export const shippedFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map([...toFiles(mappings)].filter(([path]) => path.startsWith(SHIPPED)));

/** The worked example: Exampleshire's own files, without the returns that every workspace is given anyway. */
export const exampleFiles = (): ReadonlyMap<string, Uint8Array> =>
  new Map([...toFiles(workflows), ...toFiles(mappings)].filter(([path]) => !path.startsWith(SHIPPED)));
