/** Ends a switch over a union: reached only when a member was forgotten. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}

/** States what must hold for the program to be right; a mistake of ours, never of a user's file. */
export function invariant(condition: unknown, reason: string): asserts condition {
  if (!condition) throw new Error(reason);
}
