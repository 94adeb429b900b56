import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ACME } from './calls.ts';

let server: ChildProcess;
const lines: string[] = [];
let base = '';
let token = '';

beforeAll(async () => {
  const file = new URL('../../world/serve.ts', import.meta.url).pathname;
  server = spawn(process.execPath, [file, '--acme', '20'], { stdio: ['ignore', 'pipe', 'inherit'] });
  createInterface({ input: server.stdout! }).on('line', (line) => lines.push(line));
  await vi.waitFor(() => expect(lines.length).toBeGreaterThan(8), { timeout: 10_000 });
  base = /^World on (http:\/\/127\.0\.0\.1:\d+)$/.exec(lines[0]!)![1]!;
  token = lines
    .find((line) => line.includes(ACME))!
    .split(/\s+/)
    .at(-1)!;
}, 15_000);
afterAll(() => server.kill());

const send = (path: string, init?: RequestInit) => fetch(`${base}${path}`, init);
const post = (path: string, body: object) => send(path, { method: 'POST', body: JSON.stringify(body) });
const headers = () => ({ Authorization: `Bearer ${token}`, Version: '2021-07-28' });
const list = `/products/collections?altId=${ACME}&altType=location`;

it('prints two calls that work', async () => {
  const addresses = lines
    .filter((line) => line.startsWith('curl -H'))
    .map((line) => /'(http[^']+)'$/.exec(line)![1]!);
  expect(addresses).toHaveLength(2);
  for (const address of addresses) {
    const said = await fetch(address, { headers: headers() });
    expect(said.status).toBe(200);
  }
});

it('lets its owner read the log, turn switches, script faults and make tokens', async () => {
  await send(list, { headers: headers() });
  const log = await (await send('/__world/log')).json();
  expect(log.at(-1)).toMatchObject({ path: '/products/collections', status: 200 });

  expect((await post('/__world/quirks', { total: 'missing' })).status).toBe(200);
  expect(await (await send(list, { headers: headers() })).json()).not.toHaveProperty('total');
  expect((await post('/__world/quirks', { total: 'maybe' })).status).toBe(400);
  expect((await post('/__world/quirks', { colour: 'red' })).status).toBe(400);

  await post('/__world/faults', { path: 'collections$', does: { kind: 'answer', status: 503, body: '{}' } });
  expect((await send(list, { headers: headers() })).status).toBe(503);

  const made = await (await post('/__world/tokens', { locationId: ACME, scopes: [] })).json();
  expect(
    (await send(list, { headers: { ...headers(), Authorization: `Bearer ${made.token}` } })).status,
  ).toBe(401);
});

it('gives pages no leave to read it', async () => {
  const said = await send(list, { method: 'OPTIONS', headers: { Origin: 'https://chat.example' } });
  expect(said.status).toBe(404);
  expect(said.headers.get('access-control-allow-origin')).toBeNull();
});
