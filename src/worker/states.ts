/** So many states are kept at each end, so that undo need not send a workspace again. */
const MOST = 240;

/** Things by the number of the state they belong to, the latest ones only. The page and its worker forget the same. */
export interface States<Value> {
  readonly get: (revision: number) => Value | undefined;
  readonly has: (revision: number) => boolean;
  readonly set: (revision: number, value: Value) => void;
}

export function newStates<Value>(): States<Value> {
  const states = new Map<number, Value>();
  return {
    get: (revision) => states.get(revision),
    has: (revision) => states.has(revision),
    set: (revision, value) => {
      states.delete(revision);
      states.set(revision, value);
      const [oldest] = states.keys();
      if (states.size > MOST && oldest !== undefined) states.delete(oldest);
    },
  };
}
