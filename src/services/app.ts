import type { Database } from '#data/client.ts';
import type { FetchCalendar } from './calendars/fetch-calendar.ts';
import type { Environment, Place } from './environment.ts';
import type { Send } from './notifications/mail-sender.ts';
import type { Site } from './site.ts';

/** Everything a function reaches beyond its request: settings, database, mail, clock, chance, log. */
export interface App {
  place: Place;
  environment: Environment;
  site: Site;
  database: Database;
  /** Absent in previews, which send no mail. */
  send?: Send;
  now(): Date;
  /** The clock that runs on where `now` is stopped at the moment of an act. */
  running?: () => Date;
  /** Lets so many milliseconds pass. */
  wait(ms: number): Promise<void>;
  /** Begins a run of delivery elsewhere, which goes on with what is left; resolves once it has begun, or could not. */
  handOn?: () => Promise<void>;
  /** Says to whoever watches the service that something is wrong; absent where nobody is to be told. Never throws. */
  alert?: (text: string) => Promise<void>;
  /** Fetches the calendar of a member of staff; the public internet, where it is absent. */
  fetchCalendar?: FetchCalendar;
  /** Makes the CDN forget what it keeps under a tag; absent where nothing is kept. */
  purge?: (tag: string) => Promise<void>;
  uuid(): string;
  randomBytes(count: number): Uint8Array;
  /** Writes one line; it may hold references, never names, addresses, messages or keys. */
  log(line: string): void;
}
