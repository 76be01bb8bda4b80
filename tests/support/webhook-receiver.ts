import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Resend, type WebhookEventPayload } from 'resend';
import { onTestFinished } from 'vitest';
import { WEBHOOK_SECRET } from './mailbox.ts';

/** One report that arrived: its `svix-id`, and what the SDK read from it. */
interface Received {
  id: string;
  payload: WebhookEventPayload;
}

/** An HTTP server that checks reports with the SDK, answering `statuses` in turn and then 200 (redirects lead to a 200); 401 for a bad signature. */
export async function receiveWebhooks(statuses: number[] = []) {
  const received: Received[] = [];
  const { webhooks } = new Resend('re_test');
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return void response.end();
    const payload = await text(request);
    const [id = '', timestamp = '', signature = ''] = ['id', 'timestamp', 'signature'].map((name) =>
      String(request.headers[`svix-${name}`]),
    );
    try {
      const headers = { id, timestamp, signature };
      const read = webhooks.verify({ payload, headers, webhookSecret: WEBHOOK_SECRET });
      received.push({ id, payload: read });
      response.writeHead(statuses.shift() ?? 200, { location: '/' }).end();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook` };
}
