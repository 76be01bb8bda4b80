import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

const portOf = (server: Server) => (server.address() as AddressInfo).port;

/** Listens at a port; undefined where something else does. */
const listening = async (port: number): Promise<Server | undefined> => {
  const server = createServer().listen(port);
  return once(server, 'listening').then(
    () => server,
    () => undefined,
  );
};

/** A port at which nothing listens, nor at the one above it. */
export async function freePort(): Promise<number> {
  for (;;) {
    const first = createServer().listen(0);
    await once(first, 'listening');
    const port = portOf(first);
    const above = await listening(port + 1);
    for (const server of [first, above]) server?.close();
    if (above) return port;
  }
}
