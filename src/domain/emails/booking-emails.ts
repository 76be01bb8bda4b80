import type { CallKind, Slot } from '../slots/slot.ts';

/** What every email about a call needs to know. Instants are in milliseconds. */
export interface CallEmail extends Slot {
  reference: string;
  kind: CallKind;
  /** When the email is written, for dates that need their year. */
  now: number;
  name: string;
  /** The number the caller gave, which we ring. */
  phone: string;
  email?: string | undefined;
  organisation?: string | undefined;
  topic?: string | undefined;
  /** The number of the line, and its hours as "Monday to Friday, 9am to 6pm". */
  phoneOfLine: string;
  hours: string;
}

/** What an email to the enquirer needs besides: absolute addresses, each holding a key, so never for staff. */
export interface BookingEmail extends CallEmail {
  /** Their own page. */
  link: string;
  rescheduleLink: string;
  cancelLink: string;
  /** Ways to put the call into a calendar by hand; only `ics` holds a key. */
  addLinks: { google: string; outlook: string; outlookWork: string; ics: string };
}

/** The time a moved call had before. */
export interface MovedCall {
  before: Slot;
}
