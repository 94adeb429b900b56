import type { Call } from '../bridge/call.ts';
import { parseQuery } from '../catalog/search.ts';
import type { Clock } from '../highlevel/clock.ts';

/** How long (ms) typing must rest before HighLevel is asked. */
const REST = 300;

type AskingParts = {
  locationId: string;
  call: Call;
  clock: Clock;
  /** The query to ask for; undefined while the device has everything. */
  wanted: () => string | undefined;
  onAsking: (asking: boolean) => void;
  onFound: (ids: readonly string[]) => Promise<void>;
};

/** Asks HighLevel by name for what the device does not have yet; only the last thing typed counts. */
export function createAsking({ locationId, call, clock, wanted, onAsking, onFound }: AskingParts) {
  let last = new AbortController();

  const nameIn = (query: string | undefined) =>
    (query ?? '')
      .split(/\s+/)
      .filter((word) => parseQuery(word).flags.length === 0)
      .join(' ')
      .trim()
      .slice(0, 200);

  async function ask(signal: AbortSignal) {
    await clock.sleep(REST, signal);
    const name = nameIn(wanted());
    if (name !== '') {
      const answer = await call('catalog.find', { locationId, name });
      // Rows are rows, whatever has been typed since.
      if (answer.ok) await onFound(answer.value);
    }
    if (!signal.aborted) onAsking(false);
  }

  const stop = () => {
    last.abort();
    last = new AbortController();
  };

  return {
    stop,
    typed() {
      stop();
      const asks = nameIn(wanted()) !== '';
      onAsking(asks);
      const { signal } = last;
      // An abort is how the next keystroke ends this one.
      if (asks) ask(signal).catch(() => {});
    },
  };
}
