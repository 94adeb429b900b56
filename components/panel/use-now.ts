import { useEffect, useState } from 'react';
import type { Clock } from '../../lib/highlevel/clock.ts';

/** The time in ms, anew every `every` ms: for "2 min ago" and for countdowns. */
export function useNow(clock: Clock, every = 20_000): number {
  const [now, setNow] = useState(() => clock.now());
  useEffect(() => {
    const stop = new AbortController();
    const tick = async () => {
      while (!stop.signal.aborted) {
        await clock.sleep(every, stop.signal);
        setNow(clock.now());
      }
    };
    setNow(clock.now());
    tick().catch(() => {});
    return () => stop.abort();
  }, [clock, every]);
  return now;
}
