import * as fc from 'fast-check';

/** Random examples are the same at every run, so that a failure is somebody's change. `SEED=… npm test` looks at others. */
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261122) });
