import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Parts } from './context.ts';
import { DROP, type Reply, refuse } from './reply.ts';
import { readRequest } from './request.ts';
import { dispatch } from './routes.ts';

/** Listens on `host` and `port` (0 for any) and resolves with the port once it does. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject).listen(port, host, resolve);
  await promise;
  return (server.address() as AddressInfo).port;
}

/** The HTTP server of a mailbox, not yet listening. */
export function createMailboxServer(mailbox: Parts): Server {
  return createServer((request, response) => {
    answer(request, mailbox)
      .catch(unexpected)
      .then((reply) => send(reply, request, response));
  });
}

async function answer(raw: IncomingMessage, mailbox: Parts): Promise<Reply> {
  const request = await readRequest(raw);
  return 'status' in request ? request : dispatch(request, mailbox);
}

/** A fault of the mailbox itself: said aloud, and answered as Resend answers its own. */
function unexpected(error: unknown): Reply {
  console.error('Mailbox:', error);
  return refuse(500, 'application_error', 'An unexpected error occurred.');
}

function send(reply: Reply, request: IncomingMessage, response: ServerResponse): void {
  if (reply === DROP) {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, {
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    ...reply.headers,
    'content-length': Buffer.byteLength(reply.body),
  });
  response.end(reply.body);
}
