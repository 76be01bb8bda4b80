import { randomUUID } from 'node:crypto';
import type { Email } from './email.ts';
import type { Journal } from './journal.ts';
import type { EventType, MailEvent, Message } from './message.ts';

/** Tells the time; tests may set it. */
export type Clock = () => Date;

/** What was asked of `POST /emails`, checked, with what identifies the request. */
export interface Submission {
  email: Email;
  idempotency_key: string | null;
  fingerprint: string;
}

/** The messages, oldest first, each written to the journal before anyone is told of it. */
export class Store {
  readonly #messages = new Map<string, Message>();
  readonly #byKey = new Map<string, Message>();
  readonly #journal: Journal;
  readonly #clock: Clock;

  constructor(journal: Journal, clock: Clock) {
    this.#journal = journal;
    this.#clock = clock;
    for (const entry of journal.read()) {
      if (entry.entry === 'message') this.#keep(entry.message);
      else this.#messages.get(entry.message)?.events.push(entry.event);
    }
  }

  /** Every message, oldest first. */
  all(): readonly Message[] {
    return [...this.#messages.values()];
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  /** The latest message taken under this idempotency key. */
  findByKey(key: string): Message | undefined {
    return this.#byKey.get(key);
  }

  add(submission: Submission): Message {
    const id = randomUUID();
    const message: Message = {
      id,
      message_id: `<${id}@mailbox.localhost>`,
      created_at: this.#clock().toISOString(),
      ...submission,
      events: [],
    };
    this.#journal.append({ entry: 'message', message });
    this.#keep(message);
    return message;
  }

  /** Notes that something happened to a message, at `at` (ISO 8601) or now. */
  record(message: Message, type: EventType, at = this.#clock().toISOString()): MailEvent {
    const event = { id: `msg_${randomUUID()}`, type, created_at: at };
    this.#journal.append({ entry: 'event', message: message.id, event });
    message.events.push(event);
    return event;
  }

  /** Forgets every message and its idempotency key. */
  clear(): void {
    this.#journal.clear();
    this.#messages.clear();
    this.#byKey.clear();
  }

  #keep(message: Message): void {
    this.#messages.set(message.id, message);
    if (message.idempotency_key !== null) this.#byKey.set(message.idempotency_key, message);
  }
}
