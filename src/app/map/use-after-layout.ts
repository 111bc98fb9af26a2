import { useEffect, useState } from 'react';

/**
 * A value two frames after it came: whatever else appears with it on the page has its place by then, so that the map moves
 * within the room that is left.
 */
export function useAfterLayout<Value>(value: Value): Value {
  const [settled, settle] = useState(value);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => settle(value));
    });
    return () => cancelAnimationFrame(frame);
  }, [value]);
  return settled;
}
