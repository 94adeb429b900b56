import { createServer, type RequestListener, type Server } from 'node:http';
import { connect, type Socket } from 'node:net';

export type Ways = { tls: number; plain: number };

/** Joins two sockets: when one breaks, so does the other. */
function join(one: Socket, other: Socket): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const) {
    from.pipe(to);
    from.on('error', () => to.destroy());
    from.on('close', () => to.destroy());
  }
}

/**
 * The only way out for a browser under test: CONNECT to a known host ends at the local servers, everything else is refused
 * and counted in `refused` (browsers ask for updates and settings of their own).
 */
export function createProxy(
  ways: Ways,
  isKnown: (host: string) => boolean,
  plain: RequestListener,
  refused: string[],
): Server {
  const proxy = createServer((request, response) => {
    // A plain http:// request comes here whole, with its address in the first line.
    const host = URL.canParse(request.url ?? '') ? new URL(request.url ?? '').hostname : '';
    if (isKnown(host)) return plain(request, response);
    refused.push(host);
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, client: Socket, first: Buffer) => {
    const [host = '', port = '443'] = (request.url ?? '').split(':');
    // Browsers break off whatever they have no more use for, also while it is being refused.
    client.on('error', () => client.destroy());
    if (!isKnown(host)) {
      refused.push(host);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const server = connect(port === '80' ? ways.plain : ways.tls, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      if (first.length > 0) server.write(first);
      join(client, server);
    });
    client.on('close', () => server.destroy());
    server.on('error', () => client.destroy());
  });
  return proxy;
}
