import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { connect as tlsConnect } from 'node:tls';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTS } from '../../world/hosts.ts';
import { type Network, startNetwork } from '../../world/network.ts';
import { API_HOST, STORE_HOST } from '../../world/types.ts';
import { createWorld } from '../../world/world.ts';
import { ACME, inAcme, LIST } from './calls.ts';

const world = createWorld();
const token = world.issueToken({ locationId: ACME });
let network: Network;

beforeAll(async () => {
  network = await startNetwork(world);
});
afterAll(() => network.close());

/** A tunnel through the proxy; undefined when it is refused. */
const tunnel = (host: string, port = 443) =>
  new Promise<Socket | undefined>((resolve, reject) => {
    const asked = request({
      port: network.proxyPort,
      host: '127.0.0.1',
      method: 'CONNECT',
      path: `${host}:${port}`,
    });
    asked.on('connect', (answer, socket) => {
      if (answer.statusCode === 200) return resolve(socket);
      socket.destroy();
      resolve(undefined);
    });
    asked.on('error', reject);
    asked.end();
  });

/** Everything a host says to this text over TLS, whose certificate must fit the host. */
async function speak(host: string, text: string): Promise<string> {
  const socket = await tunnel(host);
  if (!socket) throw new Error('refused');
  return new Promise((resolve, reject) => {
    const secure = tlsConnect({ socket, servername: host, ca: network.cert });
    const chunks: Buffer[] = [];
    secure.on('data', (chunk) => chunks.push(chunk));
    secure.on('close', () => resolve(Buffer.concat(chunks).toString('utf8')));
    secure.on('error', reject);
    secure.write(text);
  });
}

const ask = (line: string, host: string, body = '', more = '') =>
  speak(
    host,
    `${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n${more}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
const api = (line: string, body = '') =>
  ask(
    line,
    API_HOST,
    body,
    `Authorization: Bearer ${token}\r\nVersion: 2021-07-28\r\nContent-Type: application/json\r\n`,
  );

it.each(HOSTS)('%s stands behind the proxy with a fitting certificate', async (host) => {
  expect(await ask('GET /', host)).toMatch(/^HTTP\/1\.1 (200|404)/);
});

it('answers the API over TLS, one request per connection', async () => {
  const said = await api(`GET ${LIST}&limit=1`);
  expect(said).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(said).toContain('"total":248');
  expect(said.toLowerCase()).toContain('connection: close');
  expect(world.log.at(-1)).toMatchObject({ status: 200, tokenEnd: token.slice(-4), query: { limit: '1' } });
});

it('refuses every other host and remembers which', async () => {
  expect(await tunnel('evil.example.com')).toBeUndefined();
  expect(network.refused).toContain('evil.example.com');
});

it('outlives a browser that breaks off while it is refused', async () => {
  const name = 'update.example.com';
  const socket = connect(network.proxyPort, '127.0.0.1', () => {
    socket.write(`CONNECT ${name}:443 HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
  });
  await new Promise((resolve) => socket.once('data', resolve));
  socket.resetAndDestroy();
  expect(await tunnel('evil.example.com')).toBeUndefined();
});

it('passes plain http on', async () => {
  const text = await new Promise<string>((resolve, reject) => {
    const path = `http://${STORE_HOST}/product/awesome-yoga-mat`;
    const asked = request({ port: network.proxyPort, host: '127.0.0.1', path }, (answer) => {
      answer.setEncoding('utf8');
      let said = '';
      answer.on('data', (chunk) => {
        said += chunk;
      });
      answer.on('end', () => resolve(said));
    });
    asked.on('error', reject);
    asked.end();
  });
  expect(text).toContain('Awesome Yoga Mat');
});

it('breaks the connection without a byte on a reset, though the work was done', async () => {
  const row = world.shops.get(ACME)!.collections[0]!;
  world.fault({ method: 'PUT', does: { kind: 'reset', applied: true } });
  const body = JSON.stringify({ ...inAcme, name: 'Renamed' });
  expect(await api(`PUT /products/collections/${row._id}`, body).catch(() => '')).toBe('');
  expect(world.shops.get(ACME)!.collections[0]!.name).toBe('Renamed');
});

it('breaks off in the middle of a cut body', async () => {
  world.fault({ does: { kind: 'cut', bytes: 12 } });
  const said = await api(`GET ${LIST}`).catch(String);
  const [head = '', body = ''] = said.split('\r\n\r\n');
  expect(Number(/content-length: (\d+)/i.exec(head)?.[1])).toBeGreaterThan(1000);
  expect(body).toBe('{"data":[{"_');
});

it('closes even while a request hangs', async () => {
  const other = createWorld();
  const own = await startNetwork(other);
  other.fault({ does: { kind: 'hang' } });
  const asked = request({ port: own.proxyPort, host: '127.0.0.1', path: `http://${API_HOST}/products/` });
  const ended = new Promise<void>((resolve) => asked.on('error', () => resolve()));
  asked.end();
  await expect.poll(() => other.log.length).toBe(1);
  await own.close();
  await ended;
});
