import { expect, it } from 'vitest';
import { TROUBLES } from '../../world/troubles.ts';
import { API_HOST, type Fault } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { ACME, createCaller, inAcme, LIST } from './calls.ts';

function setUp(does?: Fault['does'], more: Omit<Fault, 'does'> = {}) {
  const world = createWorld({ clock: createVirtualClock() });
  if (does) world.fault({ ...more, does });
  const shop = world.shops.get(ACME)!;
  const row = shop.collections[0]!;
  const call = createCaller(world);
  const rename = (name: string) =>
    call(`/products/collections/${row._id}`, { method: 'PUT', body: { ...inAcme, name } });
  return { world, shop, call, rename, name: () => shop.collections[0]!.name };
}

it.each([
  [true, 'Renamed'],
  [false, 'Best Sellers'],
])('a reset, applied %s, breaks the connection', async (applied, name) => {
  const { world, rename, name: stored } = setUp({ kind: 'reset', applied });
  await expect(rename('Renamed')).rejects.toThrow(TypeError);
  expect(stored()).toBe(name);
  expect(world.log[0]!.status).toBe('reset');
});

it('a cut body arrives as far as it got, then breaks', async () => {
  const { world } = setUp({ kind: 'cut', bytes: 20 });
  const token = world.issueToken({ locationId: ACME });
  const headers = { Authorization: `Bearer ${token}`, Version: '2021-07-28' };
  const response = await world.fetch(`https://${API_HOST}${LIST}`, { headers });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow(TypeError);
});

it('an answer from something in front leaves the shop alone and takes no allowance', async () => {
  const page = '<html>Access denied</html>';
  const { rename, name, call } = setUp(
    { kind: 'answer', status: 403, body: page, type: 'text/html' },
    { method: 'PUT' },
  );
  await expect(rename('Renamed')).rejects.toThrow(SyntaxError);
  expect(name()).toBe('Best Sellers');
  expect((await call(LIST)).headers.get('x-ratelimit-remaining')).toBe('99');
});

it('a hang ends only when the caller gives up', async () => {
  const { world } = setUp({ kind: 'hang' });
  const control = new AbortController();
  const waiting = world.fetch(`https://${API_HOST}${LIST}`, { signal: control.signal });
  await world.clock.sleep(60_000);
  control.abort(new Error('enough'));
  await expect(waiting).rejects.toThrow('enough');
  expect(world.log[0]!.status).toBe('pending');
});

it('an aborted request that has left still arrives', async () => {
  const { world, shop } = setUp();
  world.latency = 200;
  const control = new AbortController();
  const token = world.issueToken({ locationId: ACME });
  const sent = world.fetch(`https://${API_HOST}/products/collections/${shop.collections[0]!._id}`, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${token}`, Version: '2021-07-28', 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...inAcme, name: 'Renamed' }),
    signal: control.signal,
  });
  control.abort();
  await expect(sent).rejects.toThrow('aborted');
  await world.clock.sleep(200);
  expect(shop.collections[0]!.name).toBe('Renamed');
});

it.each([
  [false, 'Renamed'],
  [true, 'Best Sellers'],
])('a delay, before the work %s', async (before, meanwhile) => {
  const { world, rename, name } = setUp({ kind: 'delay', ms: 5000, before });
  const start = world.clock.now();
  const answer = rename('Renamed');
  await world.clock.sleep(4999);
  expect(name()).toBe(meanwhile);
  expect((await answer).status).toBe(200);
  expect(world.clock.now() - start).toBe(5000);
});

it.each(Object.entries(TROUBLES))(
  'trouble %s arrives as scripted, whatever was asked',
  async (_name, does) => {
    const { world } = setUp(does);
    const response = await world.fetch(`https://${API_HOST}${LIST}`);
    expect([response.status, await response.text()]).toEqual([does.status, does.body]);
  },
);

it('a stale read sees the shop as it was', async () => {
  const { world, rename, call } = setUp();
  await rename('Renamed');
  await world.clock.sleep(2000);
  world.fault({ does: { kind: 'stale', ms: 5000 } });
  const named = async () => ((await call(LIST)).body as { data: { name: string }[] }).data[0]!.name;
  expect([await named(), await named()]).toEqual(['Best Sellers', 'Renamed']);
});

it('somebody else acts just before, or just after', async () => {
  const { world, shop, rename } = setUp();
  const seo = { title: 'Theirs', description: '' };
  world.fault({ does: { kind: 'meanwhile', run: () => Object.assign(shop.collections[0]!, { seo }) } });
  await rename('Renamed');
  expect(shop.collections[0]).toMatchObject({ name: 'Renamed', seo });
  world.fault({
    does: {
      kind: 'meanwhile',
      after: true,
      run: () => Object.assign(shop.collections[0]!, { name: 'Theirs' }),
    },
  });
  await rename('Ours');
  expect(shop.collections[0]!.name).toBe('Theirs');
});

it('strikes the requests that match, so many times, after so many have passed', async () => {
  const { world, call } = setUp(
    { kind: 'answer', status: 503, body: '{}' },
    { path: /collections$/, skip: 1, times: 2 },
  );
  const statuses: number[] = [];
  for (let count = 0; count < 5; count += 1) statuses.push((await call(LIST)).status);
  expect(statuses).toEqual([200, 503, 503, 200, 200]);
  world.fault({ method: 'DELETE', does: { kind: 'answer', status: 500, body: '{}' } });
  expect((await call(LIST)).status).toBe(200);
  world.fault({ query: /offset=10/, does: { kind: 'answer', status: 502, body: '{}' } });
  expect((await call(`${LIST}&offset=20`)).status).toBe(200);
  world.clearFaults();
  expect((await call(`${LIST}&offset=10`)).status).toBe(200);
});

it('takes half of the latency each way', async () => {
  const { world, call } = setUp();
  world.latency = 150;
  const start = world.clock.now();
  await call(LIST);
  expect(world.clock.now() - start).toBe(150);
  expect(world.log[0]!.at - start).toBe(75);
});
