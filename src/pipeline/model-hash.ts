import type { Workspace } from '#model/workspace.ts';

/** A short hash of what a workspace says, the same wherever its rows stand in their files: ten hexadecimal digits. */
export async function modelHash(workspace: Workspace): Promise<string> {
  const text = JSON.stringify(workspace, (key, value: unknown) => (key === 'at' ? undefined : value));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, 10);
}
