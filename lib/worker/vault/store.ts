import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import {
  type ConnectionRecord,
  type Passphrase,
  passphraseSchema,
  recordSchema,
  type Sealed,
  sealedSchema,
  settingsSchema,
  type Tries,
  triesSchema,
} from './records.ts';

/** Read back as unknown: what lies on a disk is parsed like everything that comes from outside. */
interface VaultSchema extends DBSchema {
  connections: { key: string; value: unknown };
  sealed: { key: string; value: unknown };
  /** By name: the device's key, the passphrase, the wrong tries, the settings. */
  keys: { key: string; value: unknown };
}

/** All that one token needs to be read, as it was at one moment. */
export type Held = {
  record: ConnectionRecord | undefined;
  sealed: Sealed | undefined;
  deviceKey: CryptoKey | undefined;
  passphrase: Passphrase | undefined;
};

const keySchema = z.instanceof(CryptoKey);
const ALL = ['connections', 'sealed', 'keys'] as const;

type Database = () => Promise<IDBPDatabase<VaultSchema>>;

/**
 * The vault's own database. IndexedDB, because it is closed to content scripts in every browser and can hold
 * a key that scripts cannot read; one database, so that a connection and its sealed token change together.
 * Opened by the first call; makes way for whoever deletes it, and opens a new one at the next call.
 */
export function createVaultStore(name = 'aisle-vault') {
  let opened: Promise<IDBPDatabase<VaultSchema>> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () =>
    openDB<VaultSchema>(name, 1, {
      upgrade(fresh) {
        for (const store of ALL) fresh.createObjectStore(store);
      },
      blocking(_current, _blocked, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    });
  const database: Database = () => {
    opened ??= open().catch((failure) => {
      forget();
      throw failure;
    });
    return opened;
  };
  return { ...reading(database), ...writing(database) };
}
export type VaultStore = ReturnType<typeof createVaultStore>;

const parse = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: unknown,
): z.output<Schema> | undefined => {
  const read = z.safeParse(schema, value);
  return read.success ? read.data : undefined;
};

const reading = (database: Database) => ({
  /** Every connection, in no order that means anything. */
  async records(): Promise<ConnectionRecord[]> {
    const all = await (await database()).getAll('connections');
    return all.flatMap((value) => parse(recordSchema, value) ?? []);
  },

  async held(locationId: string): Promise<Held> {
    const tx = (await database()).transaction(ALL);
    const [record, sealed, deviceKey, passphrase] = await Promise.all([
      tx.objectStore('connections').get(locationId),
      tx.objectStore('sealed').get(locationId),
      tx.objectStore('keys').get('device'),
      tx.objectStore('keys').get('passphrase'),
      tx.done,
    ]);
    return {
      record: parse(recordSchema, record),
      sealed: parse(sealedSchema, sealed),
      deviceKey: parse(keySchema, deviceKey),
      passphrase: parse(passphraseSchema, passphrase),
    };
  },

  passphrase: async () => parse(passphraseSchema, await (await database()).get('keys', 'passphrase')),
  tries: async () => parse(triesSchema, await (await database()).get('keys', 'tries')),
  settings: async () => parse(settingsSchema, await (await database()).get('keys', 'settings')),
});

const writing = (database: Database) => ({
  async putTries(tries: Tries | undefined): Promise<void> {
    if (tries) await (await database()).put('keys', tries, 'tries');
    else await (await database()).delete('keys', 'tries');
  },
  putSettings: async (settings: z.infer<typeof settingsSchema>) =>
    (await database()).put('keys', settings, 'settings'),
  putPassphrase: async (passphrase: Passphrase) => (await database()).put('keys', passphrase, 'passphrase'),

  /** A connection with its token: all of it or nothing. Whatever was sealed for the location before is gone. */
  async put(
    record: ConnectionRecord,
    kept: { sealed?: Sealed; deviceKey?: CryptoKey; passphrase?: Passphrase },
  ): Promise<void> {
    const tx = (await database()).transaction(ALL, 'readwrite');
    const keys = tx.objectStore('keys');
    await Promise.all([
      tx.objectStore('connections').put(record, record.locationId),
      kept.sealed
        ? tx.objectStore('sealed').put(kept.sealed, record.locationId)
        : tx.objectStore('sealed').delete(record.locationId),
      kept.deviceKey && keys.put(kept.deviceKey, 'device'),
      kept.passphrase && keys.put(kept.passphrase, 'passphrase'),
      tx.done,
    ]);
  },

  /** Reads, changes and writes a connection in one step. Undefined when there is none, or nothing changed. */
  async change(
    locationId: string,
    change: (record: ConnectionRecord) => ConnectionRecord | undefined,
  ): Promise<ConnectionRecord | undefined> {
    const tx = (await database()).transaction('connections', 'readwrite');
    const record = parse(recordSchema, await tx.store.get(locationId));
    const next = record && change(record);
    if (next) await tx.store.put(next, locationId);
    await tx.done;
    return next;
  },

  /** Forgets connections with their sealed tokens, and each key that then has nothing left to open. */
  async remove(which: (record: ConnectionRecord) => boolean): Promise<ConnectionRecord[]> {
    const tx = (await database()).transaction(ALL, 'readwrite');
    const all = (await tx.objectStore('connections').getAll()).flatMap(
      (value) => parse(recordSchema, value) ?? [],
    );
    const going = all.filter(which);
    const left = new Set(all.filter((record) => !which(record)).map(({ keep }) => keep));
    const unused = [...(left.has('device') ? [] : ['device']), ...(left.has('passphrase') ? [] : LOCK)];
    await Promise.all([
      ...going.flatMap(({ locationId }) => [
        tx.objectStore('connections').delete(locationId),
        tx.objectStore('sealed').delete(locationId),
      ]),
      ...unused.map((name) => tx.objectStore('keys').delete(name)),
      tx.done,
    ]);
    return going;
  },
});

const LOCK = ['passphrase', 'tries'];
