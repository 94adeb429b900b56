import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { createVirtualClock } from '../../world/virtual-clock.ts';

it('stands still while code runs and jumps to the next due sleep when nothing does', async () => {
  const clock = createVirtualClock(1000);
  const real = performance.now();
  for (let step = 0; step < 10; step += 1) await Promise.resolve();
  expect(clock.now()).toBe(1000);
  await clock.sleep(3_600_000);
  expect(clock.now()).toBe(3_601_000);
  expect(performance.now() - real).toBeLessThan(1000);
});

it('ends sleeps by due time, and equal ones in the order they began', async () => {
  const clock = createVirtualClock(0);
  const ended: string[] = [];
  const sleeper = async (name: string, ms: number) => {
    await clock.sleep(ms);
    ended.push(`${name}@${clock.now()}`);
  };
  await Promise.all([sleeper('c', 30), sleeper('a', 10), sleeper('b', 20), sleeper('a2', 10)]);
  expect(ended).toEqual(['a@10', 'a2@10', 'b@20', 'c@30']);
});

it('lets what one sleep woke go first, even when it sleeps again before the next is due', async () => {
  const clock = createVirtualClock(0);
  const ended: string[] = [];
  const chain = async () => {
    await clock.sleep(10);
    ended.push('first');
    await clock.sleep(5);
    ended.push('second');
  };
  const late = async () => {
    await clock.sleep(20);
    ended.push('late');
  };
  await Promise.all([late(), chain()]);
  expect(ended).toEqual(['first', 'second', 'late']);
});

it('waits for IndexedDB work before it moves', async () => {
  const clock = createVirtualClock(0);
  const timer = clock.sleep(1);
  const database = await openDB('clock', 1, { upgrade: (db) => void db.createObjectStore('rows') });
  for (let row = 0; row < 20; row += 1) await database.put('rows', row, row);
  expect(await database.count('rows')).toBe(20);
  expect(clock.now()).toBe(0);
  database.close();
  await timer;
  expect(clock.now()).toBe(1);
});

it('waits for Web Crypto before it moves', async () => {
  const clock = createVirtualClock(0);
  const timer = clock.sleep(1);
  const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
  const salt = new Uint8Array(8);
  await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 20_000 }, key, 256);
  expect(clock.now()).toBe(0);
  await timer;
});

it('waits for locks and broadcasts before it moves', async () => {
  const clock = createVirtualClock(0);
  const timer = clock.sleep(1);
  const heard: unknown[] = [];
  const [here, there] = [new BroadcastChannel('clock'), new BroadcastChannel('clock')];
  there.onmessage = (message) => {
    heard.push(message.data);
    if (message.data < 5) there.postMessage(message.data + 1);
  };
  here.onmessage = (message) => {
    heard.push(message.data);
    here.postMessage(message.data + 1);
  };
  await navigator.locks.request('clock', () => navigator.locks.request('other', () => here.postMessage(0)));
  expect(clock.now()).toBe(0);
  await timer;
  expect(heard).toEqual([0, 1, 2, 3, 4, 5, 6]);
  here.close();
  there.close();
});

it('takes the same steps every time', async () => {
  const walk = async () => {
    const clock = createVirtualClock(0);
    const steps: string[] = [];
    const walker = async (name: number) => {
      for (let step = 1; step <= 20; step += 1) {
        await clock.sleep((name * 7 + step * 13) % 40);
        steps.push(`${name}:${step}@${clock.now()}`);
      }
    };
    await Promise.all([1, 2, 3, 4, 5].map(walker));
    return steps;
  };
  expect(await walk()).toEqual(await walk());
});

it('gives up an aborted sleep with the signal’s reason and moves no time for it', async () => {
  const clock = createVirtualClock(0);
  const control = new AbortController();
  const sleep = clock.sleep(50, control.signal);
  control.abort(new Error('enough'));
  await expect(sleep).rejects.toThrow('enough');
  await expect(clock.sleep(1, control.signal)).rejects.toThrow('enough');
  await clock.settled();
  expect([clock.now(), clock.pending()]).toEqual([0, 0]);
});

it('stands still once stopped', async () => {
  const clock = createVirtualClock(0);
  let rounds = 0;
  const loop = async () => {
    for (;;) {
      await clock.sleep(10);
      rounds += 1;
    }
  };
  void loop();
  await clock.sleep(35);
  clock.stop();
  await clock.settled();
  expect(rounds).toBe(3);
});
