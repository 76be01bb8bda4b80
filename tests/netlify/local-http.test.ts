import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpServer, listen } from '../../netlify/dev/node-http.ts';
import { freePort } from '../support/free-port.ts';

const PORT = await freePort();
const echo = async (request: Request) => new Response(new URL(request.url).pathname);
const server = httpServer(`http://localhost:${PORT}`, echo);
beforeAll(() => listen(server, PORT));
afterAll(() => server.closeAllConnections());

/** The status of the answer to a request written by hand, as no client would send it. */
const statusOf = (line: string, host = `localhost:${PORT}`) =>
  new Promise<number>((resolve, reject) => {
    const socket = connect(PORT, 'localhost');
    socket.on('error', reject);
    socket.once('data', (answer) => {
      resolve(Number(String(answer).split(' ')[1]));
      socket.destroy();
    });
    socket.write(`${line} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });

test.each([
  ['GET //', 200],
  ['GET //other.example/', 200],
  ['GET /%', 200],
  ['GET http://other.example/', 400],
  ['OPTIONS *', 400],
  ['TRACE /', 400],
])('%s is answered %i', async (line, status) => {
  expect(await statusOf(line)).toBe(status);
});

test.each(['a b', '[', 'localhost:99999'])('the host "%s" is no host', async (host) => {
  expect(await statusOf('GET /', host)).toBe(400);
});
