import { createServer as createPlainServer, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { HOSTS, isKnownHost } from './hosts.ts';
import { createProxy } from './proxy.ts';
import { readRequest, send } from './server.ts';
import { createCertificate } from './tls.ts';
import { API_HOST, type World } from './types.ts';

export type Network = {
  /** An HTTP proxy on 127.0.0.1; every known host is behind it, over TLS and plain. */
  proxyPort: number;
  /** Hosts somebody asked for that do not exist here. */
  refused: string[];
  /** The certificate, for clients that can be told to trust it. */
  cert: string;
  close(): Promise<void>;
};

export type NetworkOptions = {
  /** More names for the certificate, such as another white-label host. */
  hosts?: readonly string[];
  /**
   * Whether a connection to the API serves more than one request. Not by default: a browser sends a request again by itself
   * when a used connection breaks, and then a test could not tell what the extension sent.
   */
  keepAlive?: boolean;
};

async function listen(server: Server, sockets: Set<Socket>): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

/** Puts a world behind real sockets, for browsers: TLS by Host header, and a proxy as the only way there. */
export async function startNetwork(world: World, options: NetworkOptions = {}): Promise<Network> {
  const { hosts = [], keepAlive = false } = options;
  const sockets = new Set<Socket>();
  const refused: string[] = [];
  const isKnown = (host: string) => isKnownHost(host) || hosts.includes(host);

  const serve: RequestListener = (request, response) => {
    const answered = readRequest(request).then(async (asked) => {
      send(response, await world.handle(asked), keepAlive || asked.host !== API_HOST);
    });
    // The client went away in the middle of its request, or the world itself is broken: both end the connection.
    answered.catch(() => response.destroy());
  };

  const { key, cert } = await createCertificate([...HOSTS, ...hosts]);
  const tls = createTlsServer({ key, cert }, serve);
  const plain = createPlainServer(serve);
  const ways = { tls: await listen(tls, sockets), plain: await listen(plain, sockets) };
  const proxy = createProxy(ways, isKnown, serve, refused);
  const proxyPort = await listen(proxy, sockets);

  return {
    proxyPort,
    refused,
    cert,
    async close() {
      const closed = [tls, plain, proxy].map(
        (server) => new Promise<void>((resolve) => server.close(() => resolve())),
      );
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
}
