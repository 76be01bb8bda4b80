import { createHmac } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { assertLoopback } from './loopback.ts';
import type { MailEvent, Message } from './message.ts';
import { payloadOf } from './payload.ts';

/** Where delivery reports go: a loopback address, and the `whsec_…` secret that signs them. */
export interface WebhookOptions {
  url: string;
  secret: string;
  /** Waits before each further try after a failed one, in milliseconds. */
  retryAfterMs?: readonly number[];
}

const RETRY_AFTER_MS = [1_000, 5_000, 30_000];
const TIMEOUT_MS = 15_000;

/** The HTTP status a report was answered with; null when nobody answered. */
export type Delivered = number | null;

/** Sends reports as Resend does: signed by the Standard Webhooks scheme, tried again until answered 2xx. */
export class Webhook {
  readonly #url: string;
  readonly #key: Buffer;
  readonly #retryAfterMs: readonly number[];
  readonly #closing = new AbortController();
  readonly #pending = new Set<Promise<unknown>>();

  constructor({ url, secret, retryAfterMs = RETRY_AFTER_MS }: WebhookOptions) {
    assertLoopback(new URL(url).hostname);
    this.#key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    if (!secret.startsWith('whsec_') || this.#key.length === 0) {
      throw new TypeError('A webhook secret is `whsec_` and base64.');
    }
    this.#url = url;
    this.#retryAfterMs = retryAfterMs;
  }

  /** Sends one report now and answers its first try; failed tries go on behind. */
  async send(message: Message, event: MailEvent): Promise<Delivered> {
    const status = await this.#post(message, event);
    if (!isTaken(status)) this.#track(this.#retry(message, event));
    return status;
  }

  /** Lets `work` count as under way until it ends. */
  #track(work: Promise<unknown>): void {
    const pending = work.finally(() => this.#pending.delete(pending));
    this.#pending.add(pending);
  }

  /** Sends reports one after the other, after the answer that caused them. */
  sendSoon(message: Message, events: readonly MailEvent[]): void {
    const work = async () => {
      await wait(0);
      for (const event of events) await this.send(message, event);
    };
    this.#track(work());
  }

  /** Waits for every report under way, retries too. */
  async settled(): Promise<void> {
    while (this.#pending.size > 0) await Promise.all(this.#pending);
  }

  /** Gives up what is under way. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.settled();
  }

  async #retry(message: Message, event: MailEvent): Promise<void> {
    for (const delay of this.#retryAfterMs) {
      if (await this.#interrupted(delay)) return;
      if (isTaken(await this.#post(message, event))) return;
    }
  }

  async #interrupted(delay: number): Promise<boolean> {
    const { signal } = this.#closing;
    return wait(delay, false, { signal }).catch(() => true);
  }

  async #post(message: Message, event: MailEvent): Promise<Delivered> {
    const body = JSON.stringify(payloadOf(message, event));
    const signal = AbortSignal.any([this.#closing.signal, AbortSignal.timeout(TIMEOUT_MS)]);
    const headers = { 'content-type': 'application/json', ...this.#sign(event.id, body) };
    return fetch(this.#url, { method: 'POST', body, headers, signal, redirect: 'manual' }).then(
      async (response) => {
        await response.arrayBuffer();
        return response.status;
      },
      () => null,
    );
  }

  /** Signed at the real time, whatever the mailbox's clock says: receivers compare it with theirs. */
  #sign(id: string, body: string): Record<string, string> {
    const timestamp = Math.floor(Date.now() / 1000);
    const signature = createHmac('sha256', this.#key)
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64');
    return {
      'svix-id': id,
      'svix-timestamp': String(timestamp),
      'svix-signature': `v1,${signature}`,
    };
  }
}

function isTaken(status: Delivered): boolean {
  return status !== null && status >= 200 && status < 300;
}
