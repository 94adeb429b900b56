import * as z from 'zod/mini';
import type { Clock } from '../../highlevel/clock.ts';
import type { Alarms, Area } from '../areas.ts';

const SPOT = 'vault.unlocked';
export const LOCK_ALARM = 'aisle.vault-lock';
/** How far a clock may be set back before that counts as "nobody knows how long this was idle". */
const SLACK_MS = 60_000;

const spotSchema = z.object({ passphraseId: z.string(), key: z.string(), touchedAt: z.number() });

/**
 * The key of an unlocked vault. It lives in `storage.session` alone: in memory, closed to content scripts,
 * gone with the browser. The alarm locks in time; each read checks the time too, because alarms sleep with
 * the machine.
 */
export function createUnlocked(parts: {
  session: Area;
  alarms: Alarms;
  clock: Clock;
  /** ms of idleness that lock. */
  lockAfter: () => Promise<number>;
  /** Told when idleness closed it. */
  onIdle: () => void;
}) {
  const { session, alarms, clock } = parts;

  async function read() {
    const spot = spotSchema.safeParse((await session.get(SPOT))[SPOT]);
    return spot.success ? spot.data : undefined;
  }
  const setAlarm = async (touchedAt: number) =>
    alarms.create(LOCK_ALARM, { when: touchedAt + (await parts.lockAfter()) });
  async function write(spot: z.infer<typeof spotSchema>): Promise<void> {
    await session.set({ [SPOT]: spot });
    await setAlarm(spot.touchedAt);
  }
  const isOver = async (touchedAt: number) => {
    const idle = clock.now() - touchedAt;
    return idle < -SLACK_MS || idle >= (await parts.lockAfter());
  };
  async function close(): Promise<void> {
    await session.remove(SPOT);
    await alarms.clear(LOCK_ALARM);
  }
  /** The base64 key of this passphrase while it is unlocked. Too long idle: closes, and answers undefined. */
  async function key(passphraseId: string): Promise<string | undefined> {
    const spot = await read();
    if (!spot) return undefined;
    if (spot.passphraseId === passphraseId && !(await isOver(spot.touchedAt))) return spot.key;
    await close();
    parts.onIdle();
    return undefined;
  }

  return {
    key,
    close,
    open: (passphraseId: string, opened: string) =>
      write({ passphraseId, key: opened, touchedAt: clock.now() }),
    /** Starts the idle clock again, if it is still running. */
    async touch(passphraseId: string): Promise<void> {
      const opened = await key(passphraseId);
      if (opened !== undefined) await write({ passphraseId, key: opened, touchedAt: clock.now() });
    },
    /** Closes if it is time; otherwise makes sure that the alarm rings when it will be. */
    async watch(passphraseId: string): Promise<void> {
      const spot = await read();
      if ((await key(passphraseId)) !== undefined && spot) await setAlarm(spot.touchedAt);
    },
  };
}
export type Unlocked = ReturnType<typeof createUnlocked>;
