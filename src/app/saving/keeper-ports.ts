import { download } from '#app/download.ts';
import { settings, today } from '#app/use-author.ts';
import { browserPorts } from '#store/saving/browser-ports.ts';
import { openDrafts } from '#store/saving/drafts.ts';
import type { KeeperPorts, TabMemory } from './desk.ts';

const LAST = 'throughline.open';

/** Where the tab may remember nothing, a reload begins with the latest unsaved work. */
const tabMemory = (window: Window): TabMemory => ({
  last: () => {
    try {
      return window.sessionStorage.getItem(LAST);
    } catch {
      return null;
    }
  },
  remember: (id) => {
    try {
      window.sessionStorage.setItem(LAST, id);
    } catch {
      return;
    }
  },
});

/** Everything outside the page that keeping work safe needs, as this browser has it. */
export function keeperPorts(window: Window & typeof globalThis): KeeperPorts {
  const ports = browserPorts(window);
  return {
    ...ports,
    drafts: openDrafts(ports),
    settings,
    tab: tabMemory(window),
    today,
    newId: () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 8)}`,
    download,
  };
}
