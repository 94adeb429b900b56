import type { JournalEntry } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import type { Memory } from './memory.ts';

type DeviceParts = {
  call: Call;
  drafts: Pick<Drafts, 'list'>;
  memory: Memory;
  /** The parts of the page's storage that hold what the panel keeps. */
  estimate: () => Promise<{ usage?: number | undefined }>;
  databases: Pick<IDBFactory, 'databases' | 'deleteDatabase'>;
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
  /** Deletes everything Aisle keeps here. False when something was in use and is still there. */
  erase(): Promise<boolean>;
};

/** What lies on this device, as a whole. */
export function createDevice(parts: DeviceParts): Device {
  const { call, drafts, memory, databases } = parts;

  async function everything() {
    const answer = await call('connection.list', {});
    const connections = answer.ok ? answer.value : [];
    const known = [...memory.read().seen, ...connections.map(({ locationId }) => locationId)];
    return { connections, locations: [...new Set(known)] };
  }
  const draftsOf = async (locations: string[]) =>
    (await Promise.all(locations.map((locationId) => drafts.list(locationId)))).flat();

  /** True when it is gone; false when another page or the worker holds it open. */
  const drop = (name: string) =>
    new Promise<boolean>((resolve) => {
      const request = databases.deleteDatabase(name);
      request.onsuccess = () => resolve(true);
      request.onerror = () => resolve(false);
      request.onblocked = () => resolve(false);
    });

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
      // The worker's own stores first, by their own doors: a database it holds open cannot be dropped.
      for (const { locationId } of connections) await call('connection.forget', { locationId });
      for (const locationId of locations) await call('activity.clear', { locationId });
      await call('vault.forget', {});
      const names = (await databases.databases()).flatMap(({ name }) => name ?? []);
      const gone = await Promise.all(names.map(drop));
      parts.localStorage.clear();
      return gone.every(Boolean);
    },
  };
}
