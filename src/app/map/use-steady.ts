import { useState } from 'react';

/** The same value for as long as its key is the same: what is worked out anew after an edit need not be news. */
export function useSteady<Value>(value: Value, key: string): Value {
  const [kept, setKept] = useState({ value, key });
  if (kept.key === key) return kept.value;
  setKept({ value, key });
  return value;
}
