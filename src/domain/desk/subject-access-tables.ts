// What a page calls each table about a case, and each of its columns. A test holds that every column of every such table
// is either called something here, or left out with why.

/** A row as it is kept, by the names of its columns. */
export type KeptRow = Readonly<Record<string, unknown>>;

/** What a page calls a table, and each of its columns. */
export interface TableWords {
  heading: string;
  columns: Readonly<Record<string, string>>;
}

/** Every table about a case, in the order in which they are told of. */
export const SUBJECT_ACCESS_TABLES: Readonly<Record<string, TableWords>> = {
  enquiries: {
    heading: 'What you told us',
    columns: {
      name: 'Name',
      organisation: 'Organisation',
      role: 'Role',
      email: 'Email address',
      phone: 'Telephone',
      phone_number: 'The same number, with its country',
      postal_address: 'Postal address',
      interests: 'Interested in',
      people: 'How many people',
      rhythm: 'How often',
      sessions: 'Sessions in a year',
      starting: 'Would like to start',
      message: 'Message',
      created_at: 'You told us on',
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
      phone_number: 'The same number, with its country',
      topic: 'To talk about',
      created_at: 'Booked',
      moved_at: 'Moved',
      cancelled_at: 'Cancelled',
      corrected_at: 'Corrected',
      quarantined_at: 'Kept aside, because it looked automatic, since',
      released_at: 'No longer kept aside since',
      reminded_for: 'We reminded you of the call on',
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
  messages: {
    heading: 'Emails about it',
    columns: {
      kind: 'What it is',
      audience: 'To',
      created_at: 'Written',
      sent_at: 'Sent',
      attempts: 'Times we have tried to send it',
      first_attempt_at: 'First tried',
      next_attempt_at: 'To be sent',
      failed_at: 'We gave it up',
      failure: 'The reason given',
      waiting: 'What it says, until it is sent',
    },
  },
  withheld_mail: {
    heading: 'Emails we did not send you, because the address had had too many',
    columns: { kind: 'What it is', at: 'When' },
  },
  delivery_reports: {
    heading: 'What the mail service reported',
    columns: { type: 'What', reported_at: 'When', received_at: 'We were told' },
  },
  cases: {
    heading: 'About the case',
    columns: {
      reference: 'Reference',
      created_at: 'Opened',
      last_contact_at: 'We were last in touch',
      quarantined_at: 'Kept aside, because it looked automatic, since',
      latest_act_at: 'Something was last done about it',
      enquired_at: 'You first sent an enquiry',
      answered_at: 'We first answered it',
      settled: 'How it stands',
      waiting_since: 'Waiting since',
      waits_because: 'Waiting because',
      waits_from: 'Waiting from',
      owner: 'Who sees to it',
      notice: 'The version of the privacy notice you were shown',
    },
  },
  case_joins: {
    heading: 'Joined with another case, about the same matter',
    columns: { joined_at: 'Since' },
  },
  submissions: {
    heading: 'Forms we remember for two days at most, so that one sent twice counts once',
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
