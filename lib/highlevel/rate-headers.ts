/** What an answer said about the allowance. Every part may be missing; strange values count as missing. */
export type Allowance = {
  /** Requests per interval. */
  max?: number;
  /** ms */
  interval?: number;
  remaining?: number;
  dailyRemaining?: number;
  /** When the daily allowance returns, ms since the epoch. */
  dailyReset?: number;
  /** When the answer asked us to come back, ms since the epoch. */
  retryAfter?: number;
};

const DAY = 86_400_000;

/** Reads the X-RateLimit-* headers and Retry-After; `now` in ms. Never throws. */
export function readAllowance(headers: Headers, now: number): Allowance {
  const max = whole(headers.get('x-ratelimit-max'), 1, 100_000);
  const interval = whole(headers.get('x-ratelimit-interval-milliseconds'), 100, 3_600_000);
  const remaining = whole(headers.get('x-ratelimit-remaining'), 0, 100_000);
  const dailyRemaining = whole(headers.get('x-ratelimit-daily-remaining'), 0, Number.MAX_SAFE_INTEGER);
  const dailyReset = moment(headers.get('x-ratelimit-daily-reset'), now);
  const retryAfter = readRetryAfter(headers.get('retry-after'), now);
  return {
    ...(max === undefined ? {} : { max }),
    ...(interval === undefined ? {} : { interval }),
    ...(remaining === undefined ? {} : { remaining }),
    ...(dailyRemaining === undefined ? {} : { dailyRemaining }),
    ...(dailyReset === undefined ? {} : { dailyReset }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

function whole(text: string | null, least: number, most: number): number | undefined {
  if (text === null || !/^\d{1,16}$/.test(text.trim())) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

/** Nobody documents the daily reset: a length of time (up to a day), or a moment in seconds or in ms. */
function moment(text: string | null, now: number): number | undefined {
  const value = whole(text, 0, Number.MAX_SAFE_INTEGER);
  if (value === undefined) return undefined;
  const at = value <= DAY ? now + value : value < 100_000_000_000 ? value * 1000 : value;
  return at >= now && at <= now + 2 * DAY ? at : undefined;
}

function readRetryAfter(text: string | null, now: number): number | undefined {
  const seconds = whole(text, 0, DAY / 1000);
  if (seconds !== undefined) return now + seconds * 1000;
  const date = text === null ? Number.NaN : Date.parse(text);
  return date >= now && date <= now + DAY ? date : undefined;
}
