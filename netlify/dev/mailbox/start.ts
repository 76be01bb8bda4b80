import type { Parts } from './context.ts';
import { Faults, type FaultsInput } from './faults.ts';
import { Idempotency } from './idempotency.ts';
import { NO_JOURNAL, openJournal } from './journal.ts';
import { assertLoopback } from './loopback.ts';
import type { Message } from './message.ts';
import { createMailboxServer, listen } from './server.ts';
import { type Clock, Store } from './store.ts';
import { Webhook, type WebhookOptions } from './webhook.ts';

/** How to start a mailbox; everything but the port may be left out. */
export interface MailboxOptions {
  /** 0 takes any free port. */
  port: number;
  /** A loopback name or address; `127.0.0.1` by default. */
  host?: string | undefined;
  /** The only API key let in; without it any will do. */
  apiKey?: string | undefined;
  /** Where messages are kept across restarts; without it they end with the process. */
  directory?: string | undefined;
  /** Where delivery reports are sent. */
  webhook?: WebhookOptions | undefined;
  /** False leaves every delivery report to `POST /emails/{id}/events`. */
  automatic?: boolean | undefined;
  faults?: FaultsInput | undefined;
  clock?: Clock | undefined;
}

/** A running mailbox. */
export interface Mailbox {
  /** For `RESEND_BASE_URL` or the SDK's `baseUrl`, without a final slash. */
  url: string;
  port: number;
  /** Every message taken, oldest first. */
  readonly messages: readonly Message[];
  /** How many messages came faster than the pace that was set, and were refused for it. */
  readonly turnedAway: number;
  /** As `POST /faults`. */
  setFaults(faults: FaultsInput): void;
  /** Forgets every message and idempotency key. */
  clear(): void;
  /** Waits until every delivery report under way has been answered or given up. */
  settled(): Promise<void>;
  /** Stops listening, ends connections and reports under way. */
  close(): Promise<void>;
}

/** Starts a Resend-compatible mail service on this machine; throws `NotLoopbackError` for any other host. */
export async function startMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { port, host = '127.0.0.1' } = options;
  assertLoopback(host);
  const closing = new AbortController();
  const parts = assemble(options, closing.signal);
  const server = createMailboxServer(parts);
  const bound = await listen(server, host, port);
  return {
    url: `http://${host === '::1' ? '[::1]' : host}:${bound}`,
    port: bound,
    get messages() {
      return parts.store.all();
    },
    get turnedAway() {
      return parts.faults.turnedAway;
    },
    setFaults: (faults) => parts.faults.set(faults),
    clear: () => parts.store.clear(),
    settled: async () => parts.webhook?.settled(),
    close: async () => {
      closing.abort();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await Promise.all([closed, parts.webhook?.close()]);
    },
  };
}

function assemble(options: MailboxOptions, closing: AbortSignal): Parts {
  const { apiKey = null, directory, webhook, automatic = true, clock = () => new Date() } = options;
  const store = new Store(directory ? openJournal(directory) : NO_JOURNAL, clock);
  const faults = new Faults();
  faults.set(options.faults ?? {});
  return {
    store,
    faults,
    idempotency: new Idempotency(store, clock),
    webhook: webhook ? new Webhook(webhook) : null,
    apiKey,
    automatic,
    closing,
  };
}
