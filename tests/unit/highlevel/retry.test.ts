import { describe, expect, it } from 'vitest';
import { createScript, FIELDS, ID, MAT, PRODUCT, ROW, type Step } from './scripted.ts';

const down: Step = { status: 503, body: { message: 'Service Unavailable' } };
const full: Step = { status: 429, body: { message: 'Too Many Requests' } };
const one: Step = { body: { data: ROW } };
const product = {
  id: MAT,
  locationId: 'x',
  name: 'Mat',
  productType: 'PHYSICAL',
  variants: [],
  taxes: [],
  raw: {},
};

describe('a read', () => {
  it.each<[string, Step[]]>([
    ['trouble at the service', [down, down, one]],
    ['a broken connection', ['network', one]],
    ['a body that breaks off', ['cut', one]],
    ['no answer in time', ['hang', one]],
    ['a 429', [full, full, full, one]],
  ])('is tried again after %s', async (_, steps) => {
    const { client, sent } = createScript(steps);
    expect((await client.getCollection(ID)).ok).toBe(true);
    expect(sent).toHaveLength(steps.length);
  });

  it('pauses longer each time, by chance up to half as long, and gives up after four tries', async () => {
    const gaps = async (random: number) => {
      const { client, sent } = createScript([down], { random: () => random });
      expect(await client.getCollection(ID)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      return sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
    };
    expect(await gaps(1)).toEqual([500, 1_000, 2_000]);
    expect(await gaps(0)).toEqual([250, 500, 1_000]);
  });

  it('waits as long as Retry-After asks, unless that is too long to wait', async () => {
    const busy = (seconds: string): Step => ({ ...down, headers: { 'Retry-After': seconds } });
    const { client, sent } = createScript([busy('9'), busy('300')]);
    expect((await client.getCollection(ID)).ok).toBe(false);
    expect(sent.map(({ at }) => at - sent[0]!.at)).toEqual([0, 9_000]);
  });

  it.each([
    [401, 'Invalid JWT'],
    [403, 'Forbidden'],
    [400, 'Bad Request'],
    [422, ['limit must be a number']],
  ])('is not tried again after %i', async (status, message) => {
    const { client, sent } = createScript([{ status, body: { message } }]);
    await client.listCollections({ limit: 1, offset: 0 });
    expect(sent).toHaveLength(1);
  });

  it('ends 30 s after it was sent, and a hanging service after two tries', async () => {
    const { client, clock, sent } = createScript(['hang']);
    const start = clock.now();
    expect(await client.getCollection(ID)).toEqual({ ok: false, error: { code: 'timeout' } });
    expect(clock.now() - start).toBe(60_500);
    expect(sent).toHaveLength(2);
    expect(sent.every(({ init }) => init.signal?.aborted)).toBe(true);
  });
});

describe('a write', () => {
  const writes = {
    create: (client: ReturnType<typeof createScript>['client']) =>
      client.createCollection({ fields: FIELDS }),
    update: (client: ReturnType<typeof createScript>['client']) => client.updateCollection(ID, FIELDS),
    remove: (client: ReturnType<typeof createScript>['client']) => client.deleteCollection(ID),
    product: (client: ReturnType<typeof createScript>['client']) =>
      client.updateProduct({ ...product, locationId: PRODUCT.locationId }, { collectionIds: [] }),
  };
  const failures: Step[] = [down, 'network', 'cut', 'hang', { status: 502, text: '<html>' }];

  it.each(Object.keys(writes) as (keyof typeof writes)[])('is never sent twice blindly: %s', async (name) => {
    for (const failure of failures) {
      const { client, sent } = createScript([failure, { body: {} }]);
      expect((await writes[name](client)).ok).toBe(false);
      expect(sent).toHaveLength(1);
    }
  });

  it("that failed stands in nobody's way", async () => {
    const { client, clock } = createScript(['network']);
    const start = clock.now();
    for (let number = 0; number < 20; number += 1) {
      await client.updateCollection(ID, FIELDS, { lane: 'bulk' });
    }
    expect(clock.now()).toBe(start);
  });

  it('is sent again after a 429, which was not applied', async () => {
    const { client, sent } = createScript([full, { body: { status: true } }]);
    expect(await client.updateCollection(ID, FIELDS)).toEqual({ ok: true, value: undefined });
    expect(sent).toHaveLength(2);
  });

  it.each<[string, Step]>([
    ['a null body', { text: 'null' }],
    ['an empty body', { text: '' }],
    ['204', { body: { status: true, message: 'Successfully created' }, status: 201 }],
  ])('has worked when the answer is 2xx with %s', async (_, step) => {
    for (const name of Object.keys(writes) as (keyof typeof writes)[]) {
      expect(await writes[name](createScript([step]).client)).toEqual({ ok: true, value: undefined });
    }
  });
});

describe('the daily allowance', () => {
  const over: Step = {
    status: 429,
    body: { message: 'Too Many Requests' },
    headers: { 'X-RateLimit-Daily-Remaining': '0', 'X-RateLimit-Daily-Reset': '3600000' },
  };

  it('running out is told with its time, not tried again, and asked no more until then', async () => {
    const { client, clock, sent } = createScript([over, one]);
    const retryAt = clock.now() + 3_600_000;
    expect(await client.getCollection(ID)).toEqual({
      ok: false,
      error: { code: 'rate-limited', daily: true, retryAt, status: 429 },
    });
    expect(await client.updateCollection(ID, FIELDS)).toEqual({
      ok: false,
      error: { code: 'rate-limited', daily: true, retryAt },
    });
    expect(sent).toHaveLength(1);
    await clock.sleep(3_600_000);
    expect((await client.getCollection(ID)).ok).toBe(true);
  });

  it('of a service that stays full is told after eight tries', async () => {
    const { client, clock, sent } = createScript([full]);
    const result = await client.getCollection(ID);
    expect(result).toMatchObject({ ok: false, error: { code: 'rate-limited', status: 429 } });
    expect(!result.ok && (result.error.retryAt ?? 0)).toBeGreaterThan(clock.now());
    expect(sent).toHaveLength(8);
  });
});

describe('an abort', () => {
  const reason = new Error('left');

  it('rejects with the reason, wherever the request is', async () => {
    const turn = () => new Promise((resolve) => setImmediate(resolve));
    for (const [steps, wait] of [
      [['hang'], 0],
      [[down], 100],
      [[full], 100],
      [['hang'], 29_000],
    ] as [Step[], number][]) {
      const { client, clock } = createScript(steps);
      const stop = new AbortController();
      const asked = client.getCollection(ID, { signal: stop.signal });
      const ended = asked.then(
        () => 'answered',
        (error: unknown) => error,
      );
      if (wait > 0) await clock.sleep(wait);
      else await turn();
      stop.abort(reason);
      expect(await ended).toBe(reason);
      expect(clock.pending()).toBe(0);
    }
  });

  it('before the start sends nothing', async () => {
    const { client, sent } = createScript([one]);
    await expect(client.getCollection(ID, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(sent).toHaveLength(0);
  });

  it('stops the request on its way', async () => {
    const { client, clock, sent } = createScript(['hang']);
    const stop = new AbortController();
    const asked = client.updateCollection(ID, FIELDS, { signal: stop.signal }).catch(() => undefined);
    await clock.sleep(10);
    stop.abort(reason);
    await asked;
    expect(sent[0]?.init.signal?.aborted).toBe(true);
  });
});
