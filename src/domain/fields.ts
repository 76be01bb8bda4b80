/** What one field takes, wherever it is asked for: in a form, by the API, at the desk. */
export interface FieldTaken {
  /** How messages call it: "Enter your name". */
  called: string;
  /** How a message about its length calls it; `called` unless it says otherwise. */
  lengthOf?: string;
  /** The most characters it may have, as people count them: an emoji outside the basic plane is one. */
  most: number;
  type?: 'text' | 'email' | 'tel';
  autocomplete?: string;
  /** What it takes, for a hint. */
  taken?: string;
}

/** Every field that people write words into. */
export const FIELDS = {
  organisation: {
    called: 'the name of your organisation',
    most: 200,
    autocomplete: 'organization',
  },
  name: { called: 'your name', most: 200, autocomplete: 'name' },
  role: { called: 'your role', most: 200, autocomplete: 'organization-title' },
  email: {
    called: 'your email address',
    most: 254,
    type: 'email',
    autocomplete: 'email',
  },
  phone: {
    called: 'your phone number',
    most: 60,
    type: 'tel',
    autocomplete: 'tel',
    taken: 'Such as 07700 900123, or 020 7946 0000 ext 12.',
  },
  postalAddress: { called: 'your postal address', most: 500, autocomplete: 'street-address' },
  when: { called: 'when you would like to start', lengthOf: 'your answer', most: 200 },
  topic: { called: 'what you would like to talk about', lengthOf: 'your answer', most: 200 },
  message: {
    called: 'your message',
    most: 5_000,
    taken: 'Up to 5,000 characters.',
  },
  outcomeWords: {
    called: 'what you would like to add',
    most: 5_000,
    taken: 'Up to 5,000 characters.',
  },
  holdReason: {
    called: 'why it is on hold',
    lengthOf: 'the reason',
    most: 1_000,
    taken: 'Up to 1,000 characters.',
  },
  complaintWords: {
    called: 'what was found or done',
    most: 5_000,
    taken: 'Up to 5,000 characters.',
  },
  removedWords: {
    called: 'the words to remove',
    most: 5_000,
    taken: 'One detail on each line, as it is written.',
  },
  note: { called: 'the note', most: 5_000, taken: 'Up to 5,000 characters.' },
  offerWords: {
    called: 'what you would like to add',
    most: 1_000,
    taken: 'Up to 1,000 characters.',
  },
  why: { called: 'why', lengthOf: 'the reason', most: 200 },
} as const satisfies Record<string, FieldTaken>;
