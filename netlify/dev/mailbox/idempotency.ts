import type { Clock, Store } from './store.ts';

const WINDOW_MS = 24 * 60 * 60 * 1000;

/** What an `Idempotency-Key` means for a request (https://resend.com/docs/dashboard/emails/idempotency-keys). */
export type Claim =
  | { kind: 'new' }
  | { kind: 'repeat'; id: string }
  | { kind: 'in-progress' }
  | { kind: 'different' };

/** Knows which keys are being worked on; those of the past 24 hours are read from the store, so they outlive a restart. */
export class Idempotency {
  readonly #inProgress = new Map<string, string>();
  readonly #store: Store;
  readonly #clock: Clock;

  constructor(store: Store, clock: Clock) {
    this.#store = store;
    this.#clock = clock;
  }

  /** A `new` claim holds the key until `release`. */
  claim(key: string, fingerprint: string): Claim {
    const working = this.#inProgress.get(key);
    if (working !== undefined)
      return { kind: working === fingerprint ? 'in-progress' : 'different' };
    const past = this.#store.findByKey(key);
    if (past && this.#clock().getTime() - Date.parse(past.created_at) < WINDOW_MS) {
      return past.fingerprint === fingerprint
        ? { kind: 'repeat', id: past.id }
        : { kind: 'different' };
    }
    this.#inProgress.set(key, fingerprint);
    return { kind: 'new' };
  }

  release(key: string): void {
    this.#inProgress.delete(key);
  }
}
