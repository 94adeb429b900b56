import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { createControl } from './control.ts';
import { isKnownHost } from './hosts.ts';
import { readRequest, send } from './server.ts';
import { API_HOST, DASHBOARD_HOSTS } from './types.ts';
import { createWorld } from './world.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    seed: { type: 'string', default: 'aisle' },
    acme: { type: 'string', default: '248' },
  },
});

const world = createWorld({ seed: values.seed, sizes: { acme: Number(values.acme) } });
const control = createControl(world);

// The loopback address itself is the API; any other simulated host answers to its Host header.
const server = createServer((request, response) => {
  const answered = readRequest(request).then(async (asked) => {
    if (asked.path.startsWith('/__world')) return send(response, { kind: 'answer', answer: control(asked) });
    const host = isKnownHost(asked.host) ? asked.host : API_HOST;
    send(response, await world.handle({ ...asked, host }));
  });
  answered.catch(() => response.destroy());
});

server.listen(Number(values.port), '127.0.0.1', () => {
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lines = [`World on ${base}`, ''];
  let example = { token: '', locationId: '' };
  for (const shop of world.shops.values()) {
    const token = world.issueToken({ locationId: shop.id });
    lines.push(`${shop.name.padEnd(16)} ${shop.id}  ${token}`);
    if (example.token === '') example = { token, locationId: shop.id };
  }
  const headers = `-H 'Authorization: Bearer ${example.token}' -H 'Version: 2021-07-28'`;
  const collections = `${base}/products/collections?altId=${example.locationId}&altType=location&limit=3`;
  const product = `${base}/products/awesome-yoga-mat?locationId=${example.locationId}`;
  lines.push(
    '',
    `curl ${headers} '${collections}'`,
    `curl ${headers} '${product}'`,
    '',
    `Requests so far: GET ${base}/__world/log · switches: GET and POST ${base}/__world/quirks`,
    `Pages answer to their Host header: curl -H 'Host: ${DASHBOARD_HOSTS[0]}' ${base}/`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
});
