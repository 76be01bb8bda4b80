import type { Faults } from './faults.ts';
import type { Idempotency } from './idempotency.ts';
import type { Store } from './store.ts';
import type { Webhook } from './webhook.ts';

/** The parts every route works on. */
export interface Parts {
  store: Store;
  faults: Faults;
  idempotency: Idempotency;
  webhook: Webhook | null;
  /** The only key let in; null lets any in. */
  apiKey: string | null;
  /** Messages are reported sent and delivered by themselves. */
  automatic: boolean;
  /** Aborted when the mailbox closes. */
  closing: AbortSignal;
}

/** A request, its body read whole. */
export interface Incoming {
  method: string;
  url: URL;
  headers: Headers;
  body: Buffer;
}

/** What a route is handed: the request, the named parts of its path, the mailbox. */
export interface Context {
  request: Incoming;
  params: Record<string, string>;
  mailbox: Parts;
}

/** The JSON value of a request's body; undefined when it is not JSON. */
export function readJson({ body }: Incoming): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
