import ELK from 'elkjs/lib/elk.bundled.js';
import type { LayOut } from '#diagram/diagram.ts';
import { layOutWithElk } from './lay-out-with-elk.ts';

/** ELK without a browser: it runs in the process itself, which waits for it. */
export const layOutInProcess = (): LayOut => layOutWithElk(new ELK());
