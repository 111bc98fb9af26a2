import '#app/app.scss';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#app/app.tsx';
import { keepAddress } from '#app/keep-address.ts';
import { createKeeper } from '#app/saving/create-keeper.ts';
import { keeperPorts } from '#app/saving/keeper-ports.ts';
import { invariant } from '#model/assert.ts';
import { createAppStore } from '#store/create-store.ts';
import { fromHash } from '#store/view.ts';
import { startBackground } from '#worker/start-background.ts';

const makeWorker = (): Worker =>
  new Worker(new URL('./worker/background-worker.ts', import.meta.url), { type: 'module' });

const store = createAppStore(startBackground(makeWorker), fromHash(window.location.hash));
keepAddress(store);
const keeper = createKeeper(store, keeperPorts(window));
void keeper.start();

const root = document.getElementById('app');
invariant(root !== null, 'index.html has no element to draw in');
createRoot(root).render(
  <StrictMode>
    <App store={store} keeper={keeper} />
  </StrictMode>,
);
