import { instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { dayInWords } from '../time/words.ts';
import { nameInWords } from './held-values.ts';

// What we hold about a person, as a page says it. It is read from the rows of the database as they are kept: a test
// holds that every column of every table about a case is either called something here, or left out with why.

/** A row as it is kept, by the names of its columns. */
export type KeptRow = Readonly<Record<string, unknown>>;

/** What a page calls a table, and each of its columns. */
interface TableWords {
  heading: string;
  columns: Readonly<Record<string, string>>;
}

/** Every table about a case, in the order in which they are told of. */
export const HELD_TABLES: Readonly<Record<string, TableWords>> = {
  cases: {
    heading: 'Your case',
    columns: {
      reference: 'Reference',
      created_at: 'Opened',
      last_contact_at: 'We were last in touch',
      quarantined_at: 'Kept aside, because it looked automatic, since',
      latest_act_at: 'Something was last done about it',
      enquired_at: 'You first sent an enquiry',
      answered_at: 'We first answered it',
      settled: 'How it is while it waits for nothing',
      waiting_since: 'It has waited for us since',
      waits_because: 'Why it waits for us',
      waits_from: 'It waits for us from',
      owner: 'Who sees to it',
      notice: 'The version of the privacy notice you were shown',
    },
  },
  enquiries: {
    heading: 'What you sent us',
    columns: {
      name: 'Name',
      organisation: 'Organisation',
      role: 'Role',
      email: 'Email address',
      phone: 'Telephone',
      phone_number: 'Telephone, as we compare it',
      postal_address: 'Postal address',
      interests: 'Interested in',
      people: 'How many people',
      rhythm: 'How often',
      sessions: 'Sessions in a year',
      starting: 'Would like to start',
      message: 'Message',
      created_at: 'Sent',
      corrected_at: 'Corrected',
    },
  },
  complaints: {
    heading: 'Your complaint',
    columns: {
      about: 'What it is about',
      received_at: 'It came on',
      acknowledged_at: 'You were told that we have it',
      ended_at: 'You were told the outcome',
    },
  },
  holds: {
    heading: 'It is on hold: kept, and not used',
    columns: {
      reason: 'Why',
      held_at: 'Since',
      look_again: 'To be looked at again on',
    },
  },
  bookings: {
    heading: 'Calls',
    columns: {
      kind: 'What it is',
      starts_at: 'Begins',
      ends_at: 'Ends',
      name: 'Name',
      organisation: 'Organisation',
      email: 'Email address',
      phone: 'Telephone',
      phone_number: 'Telephone, as we compare it',
      topic: 'To talk about',
      created_at: 'Booked',
      moved_at: 'Moved',
      cancelled_at: 'Cancelled',
      corrected_at: 'Corrected',
      quarantined_at: 'Kept aside, because it looked automatic, since',
      released_at: 'No longer kept aside since',
      reminded_for: 'We reminded you of the call at',
    },
  },
  person_acts: {
    heading: 'What you did',
    columns: {
      at: 'When',
      act: 'What',
      starts_at: 'The call then began',
      ends_at: 'The call then ended',
      before: 'What it was before',
    },
  },
  case_acts: {
    heading: 'What we did and noted',
    columns: {
      at: 'When',
      act: 'What',
      outcome: 'The outcome',
      told: 'How you were told',
      words: 'What we wrote',
      follow_up: 'To be looked at again on',
      before: 'What it was before',
      actor: 'By',
      owner: 'Given to',
      undone_at: 'Undone',
      undone_by: 'Undone by',
      changed_at: 'Changed',
      changed_by: 'Changed by',
    },
  },
  case_joins: {
    heading: 'Other cases that we take to be yours',
    columns: { joined_at: 'Joined with at least one since' },
  },
  messages: {
    heading: 'Emails about it',
    columns: {
      kind: 'What it is',
      audience: 'To',
      created_at: 'Written',
      sent_at: 'Sent',
      attempts: 'Tries',
      first_attempt_at: 'First tried',
      next_attempt_at: 'To be tried',
      failed_at: 'Given up',
      failure: 'Why',
      waiting: 'What it says, until it is sent',
    },
  },
  withheld_mail: {
    heading: 'Emails we did not send, because the address had had too many',
    columns: { kind: 'What it is', at: 'When' },
  },
  delivery_reports: {
    heading: 'What mail services reported',
    columns: { type: 'What', reported_at: 'When', received_at: 'We were told' },
  },
  submissions: {
    heading: 'How we know the same form when it is sent twice, for two days at most',
    columns: { route: 'Which form', created_at: 'When' },
  },
};

/** What only machines use: names of rows, marks of calendars, and words that search makes from what is told. */
export const LEFT_OUT: Readonly<Record<string, readonly string[]>> = {
  cases: ['id', 'key_generation', 'key_hash', 'key_hash_before', 'contact_booking_id'],
  case_words: ['case_id', 'last_contact_at', 'quarantined_at', 'waits_from', 'settled', 'words'],
  enquiries: ['id', 'case_id', 'folded'],
  complaints: ['case_id'],
  holds: ['case_id'],
  bookings: [
    ...[
      'id',
      'case_id',
      'key_generation',
      'key_hash',
      'key_hash_before',
      'line',
      'during',
      'uid',
      'sequence',
    ],
    ...['stamp', 'folded', 'staff_uid'],
  ],
  person_acts: ['id', 'case_id', 'booking_id'],
  case_acts: ['id', 'case_id', 'booking_id', 'folded'],
  case_joins: ['case_id', 'group_id'],
  messages: ['id', 'case_id', 'booking_id', 'provider_id', 'place', 'payload', 'invite'],
  withheld_mail: ['id', 'case_id', 'booking_id'],
  delivery_reports: ['id', 'provider_id'],
  submissions: ['id', 'case_id', 'booking_id', 'fingerprint', 'idempotency_key'],
};

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** The instant before all others, as PostgreSQL writes it. */
const ALWAYS = '-infinity';

const AS_IT_IS = (name: string) => name;

const namedInWords = (name: string) => name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

/** A value as it is kept, in words, with short names as `named` has them; empty where there is none. */
export function valueInWords(value: unknown, named = AS_IT_IS): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, named)).join(', ');
  if (typeof value === 'object') {
    const lines = Object.entries(value).map(([name, each]) => [
      namedInWords(name),
      valueInWords(each, (word) => nameInWords('enquiries', name, word)),
    ]);
    return lines
      .filter(([, said]) => said !== '')
      .map((line) => line.join(': '))
      .join('\n');
  }
  if (typeof value !== 'string') return String(value);
  if (value === ALWAYS) return 'Already';
  // A date always has its year here: what is printed is kept.
  if (INSTANT.test(value)) return instantInWords(Date.parse(value), 0);
  return named(value);
}

/** Instants of which the London day is what counts, by table: a letter has no time of day. */
const DAYS_OF: Readonly<Record<string, readonly string[]>> = { complaints: ['received_at'] };

const dayOfInstant = (value: unknown) => dayInWords(wallClockAt(Date.parse(String(value))).day, 0);

/** One thing we hold, as labels and values. */
export type HeldThing = readonly (readonly [label: string, value: string])[];

/** One part of what we hold: what it is called, and each thing of its kind. */
export interface HeldPart {
  heading: string;
  things: readonly HeldThing[];
}

/** What we hold about a person in one case, in words. Every value that is kept is told, but for what only machines use. */
export const heldInParts = (rows: Readonly<Record<string, readonly KeptRow[]>>): HeldPart[] =>
  Object.entries(HELD_TABLES)
    .map(([table, { heading, columns }]) => ({
      heading,
      things: (rows[table] ?? []).map((row) =>
        Object.entries(columns)
          .map(([column, label]) => {
            if (DAYS_OF[table]?.includes(column))
              return [label, dayOfInstant(row[column])] as const;
            const named = (name: string) => nameInWords(table, column, name);
            return [label, valueInWords(row[column], named)] as const;
          })
          .filter(([, said]) => said !== ''),
      ),
    }))
    .filter(({ things }) => things.length > 0);
