import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Answers one web request from the address `ip`. */
export type Answer = (request: Request, ip: string) => Promise<Response>;

/** The address asked for: what stands after the host is a path, however it begins. Null when it is none. */
function addressOf({ url = '/', headers: { host } }: IncomingMessage, origin: string) {
  return url.startsWith('/') ? URL.parse((host ? `http://${host}` : origin) + url) : null;
}

/** Methods a web request cannot have (Fetch standard, 2.2.1). */
const FORBIDDEN: readonly string[] = ['CONNECT', 'TRACE', 'TRACK'];

/** Undefined for what no web request can be: an address that is none, or a forbidden method. */
function toRequest(incoming: IncomingMessage, origin: string): Request | undefined {
  const method = incoming.method ?? 'GET';
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const address = addressOf(incoming, origin);
  if (!address || FORBIDDEN.includes(method)) return undefined;
  return new Request(address, {
    method,
    headers: new Headers(
      Object.entries(incoming.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one): [string, string] => [name, one]),
      ),
    ),
    ...(hasBody && { body: Readable.toWeb(incoming) as ReadableStream, duplex: 'half' }),
  });
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) {
    outgoing.end();
    return;
  }
  await pipeline(Readable.fromWeb(response.body as never), outgoing);
}

/** Answers Node's requests as `answer` does; a fault in it is a bare 500, and named on the console. */
export const listener =
  (origin: string, answer: Answer) =>
  async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    try {
      const ip = incoming.socket.remoteAddress ?? '127.0.0.1';
      const request = toRequest(incoming, origin);
      const response = request ? await answer(request, ip) : new Response(null, { status: 400 });
      // A refused body is not read to its end; the connection is not used again.
      if (!incoming.complete) outgoing.setHeader('connection', 'close');
      await send(response, outgoing);
    } catch (error) {
      if (!outgoing.headersSent) outgoing.writeHead(500);
      outgoing.end();
      if (!outgoing.destroyed) console.error('The local server failed:', error);
    }
  };

/** A busy server reads late that a kept connection has been used again: with Node’s 5 seconds it would end it then. */
const KEPT_MS = 65_000;

/** An HTTP server that answers as `answer` does. */
export const httpServer = (origin: string, answer: Answer): Server =>
  createServer({ keepAliveTimeout: KEPT_MS }, listener(origin, answer));

/** Listens on this machine only. Throws an error with code EADDRINUSE when the port is taken. */
export const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', resolve);
  });
