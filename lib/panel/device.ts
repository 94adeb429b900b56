import type { JournalEntry } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { Replica } from '../catalog/replica.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import type { Memory } from './memory.ts';

type DeviceParts = {
  call: Call;
  drafts: Pick<Drafts, 'list' | 'remove'>;
  replica: Pick<Replica, 'destroy'>;
  memory: Memory;
  estimate: () => Promise<{ usage?: number | undefined }>;
  /** What the pages remember between openings. */
  localStorage: Pick<Storage, 'clear'>;
};

/** What "Export" writes: everything a person made or did, and nothing that opens a door. */
export type Export = {
  made: string;
  connections: { locationId: string; label: string; lastFour: string; keep: string }[];
  drafts: Draft[];
  activity: JournalEntry[];
};

export type Device = {
  /** Bytes on this device; undefined when the browser does not say. */
  size(): Promise<number | undefined>;
  /** How many drafts are not saved. */
  unsaved(): Promise<number>;
  /** `at` in ms. */
  export(at: number): Promise<Export>;
  /** Deletes everything Aisle keeps here. False when the worker did not answer for all of it. */
  erase(): Promise<boolean>;
};

/** What lies on this device, as a whole. */
export function createDevice(parts: DeviceParts): Device {
  const { call, drafts, memory } = parts;

  async function everything() {
    const answer = await call('connection.list', {});
    const connections = answer.ok ? answer.value : [];
    const known = [...memory.read().seen, ...connections.map(({ locationId }) => locationId)];
    return { connections, locations: [...new Set(known)] };
  }
  const draftsOf = async (locations: string[]) =>
    (await Promise.all(locations.map((locationId) => drafts.list(locationId)))).flat();

  return {
    size: async () => (await parts.estimate()).usage,
    unsaved: async () => (await draftsOf((await everything()).locations)).length,
    async export(at) {
      const { connections, locations } = await everything();
      const journals = await Promise.all(
        locations.map((locationId) => call('activity.list', { locationId })),
      );
      return {
        made: new Date(at).toISOString(),
        connections: connections.map(({ locationId, label, lastFour, keep }) => ({
          locationId,
          label,
          lastFour,
          keep,
        })),
        drafts: await draftsOf(locations),
        activity: journals.flatMap((answer) => (answer.ok ? answer.value : [])),
      };
    },
    async erase() {
      const { connections, locations } = await everything();
      // Tokens first. Emptied by their owners' doors, not dropped: panels and the worker have the databases open.
      const answers = [
        ...(await Promise.all(
          connections.map(({ locationId }) => call('connection.forget', { locationId })),
        )),
        await call('vault.forget', {}),
        ...(await Promise.all(locations.map((locationId) => call('activity.clear', { locationId })))),
      ];
      for (const { locationId, id } of await draftsOf(locations)) await drafts.remove(locationId, id);
      await Promise.all(locations.map((locationId) => parts.replica.destroy(locationId)));
      parts.localStorage.clear();
      return answers.every(({ ok }) => ok);
    },
  };
}
