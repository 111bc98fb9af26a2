/** The first file of a workspace to start from, as of a day. */
export function starterManifest(today: string): string {
  const content = {
    format: 'throughline/1',
    authority: 'Your council',
    title: 'A start: replace with your own workflow',
    returns: ['cin-2026-27'],
    asAt: today,
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}
