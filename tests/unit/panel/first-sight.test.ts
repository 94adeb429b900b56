import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { firstSight } from '../../../lib/panel/first-sight.ts';
import { LOCATION } from './shop-fakes.ts';

type Session = { ready: boolean; locationId: string | undefined };

function open({ ready = false, known = true }: { ready?: boolean; known?: boolean } = {}) {
  const session = createStore<Session>(() => ({ ready, locationId: ready ? LOCATION : undefined }));
  const connections = createStore(() => ({ labels: known ? { [LOCATION]: 'Acme' } : {} }));
  const list = createStore(() => ({ read: 'nothing' }));
  const asked: string[] = [];
  let tired = () => {};
  const sleep = () =>
    new Promise<void>((resolve) => {
      tired = resolve;
    });
  let seen = false;
  const done = firstSight({ session, connections } as never, { sleep }, (locationId) => {
    asked.push(locationId);
    return list as never;
  }).then(() => {
    seen = true;
  });
  const settled = async () => {
    await new Promise(setImmediate);
    return seen;
  };
  return { session, list, asked, settled, done, tired: () => tired() };
}

describe('what is drawn first', () => {
  it('waits for the first rows of a location that is known from last time', async () => {
    const { session, list, asked, settled } = open();
    expect(await settled()).toBe(false);
    session.setState({ ready: true, locationId: LOCATION });
    expect(await settled()).toBe(false);
    expect(asked).toEqual([LOCATION]);
    list.setState({ read: 'first' });
    expect(await settled()).toBe(true);
  });

  it('waits for no rows where no location is known', async () => {
    const { session, settled } = open();
    session.setState({ ready: true });
    expect(await settled()).toBe(true);
  });

  it('reads nothing of a location that was never connected', async () => {
    const { asked, settled } = open({ ready: true, known: false });
    expect(await settled()).toBe(true);
    expect(asked).toEqual([]);
  });

  it('is not waited for longer than a person would', async () => {
    const { tired, settled } = open({ ready: true });
    expect(await settled()).toBe(false);
    tired();
    expect(await settled()).toBe(true);
  });
});
