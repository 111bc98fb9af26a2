import { useEffect, useState } from 'react';

/** What is said of a time of day is looked at again this often, in milliseconds. */
const MINUTE = 60_000;

/** The time in milliseconds, to the minute. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = window.setInterval(() => setNow(Date.now()), MINUTE);
    return () => window.clearInterval(timer);
  }, []);
  return now;
}
