/** Runs something once after a time in milliseconds; what comes back calls it off. */
export type StartTimer = (run: () => void, after: number) => () => void;
