import type { Clock } from '../../lib/highlevel/clock.ts';
import type { Quirks, World } from './types.ts';

const DAY = 24 * 60 * 60 * 1000;

type Count = { accepted: number[]; windowStart: number; dayStart: number; today: number };

export type RateVerdict = {
  refused: false | 'interval' | 'daily';
  headers: Record<string, string>;
};

export type RateLimit = { take(locationId: string): RateVerdict };

/**
 * Counts requests of a location where they arrive. A refused request does not count. Sliding: no stretch of `interval` ms
 * ever holds more than `max`. Fixed: the count starts again `interval` ms after the first request of a window. The day
 * begins with the location's first request.
 */
export function createRateLimit(clock: Clock, limits: World['limits'], quirks: Quirks): RateLimit {
  const counts = new Map<string, Count>();

  const countOf = (locationId: string, now: number): Count => {
    const count = counts.get(locationId) ?? { accepted: [], windowStart: now, dayStart: now, today: 0 };
    counts.set(locationId, count);
    if (now >= count.dayStart + DAY) {
      count.dayStart = now;
      count.today = 0;
    }
    if (quirks.rateWindow === 'fixed') {
      if (now >= count.windowStart + limits.interval) {
        count.windowStart = now;
        count.accepted = [];
      }
    } else {
      const open = count.accepted.findIndex((at) => at > now - limits.interval);
      count.accepted.splice(0, open === -1 ? count.accepted.length : open);
    }
    return count;
  };

  return {
    take(locationId) {
      const now = clock.now();
      const count = countOf(locationId, now);
      const refused =
        count.today >= limits.daily ? 'daily' : count.accepted.length >= limits.max ? 'interval' : false;
      if (!refused) {
        count.accepted.push(now);
        count.today += 1;
      }
      const headers: Record<string, string> = {};
      const dayLeft = count.dayStart + DAY - now;
      if (quirks.rateHeaders === 'present' || (quirks.rateHeaders === 'except-429' && !refused)) {
        headers['x-ratelimit-max'] = String(limits.max);
        headers['x-ratelimit-remaining'] = String(Math.max(0, limits.max - count.accepted.length));
        headers['x-ratelimit-interval-milliseconds'] = String(limits.interval);
        headers['x-ratelimit-limit-daily'] = String(limits.daily);
        headers['x-ratelimit-daily-remaining'] = String(limits.daily - count.today);
        headers['x-ratelimit-daily-reset'] = String(dayLeft);
      }
      if (refused && quirks.retryAfter === 'present') {
        const start = quirks.rateWindow === 'fixed' ? count.windowStart : (count.accepted[0] ?? now);
        const wait = refused === 'daily' ? dayLeft : start + limits.interval - now;
        headers['retry-after'] = String(Math.ceil(wait / 1000));
      }
      return { refused, headers };
    },
  };
}
