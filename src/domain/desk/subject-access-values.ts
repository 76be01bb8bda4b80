import { CALL_NAMES } from '../booking/booking.ts';
import { mailNameToYou } from '../cases/mail-names.ts';
import { COMPLAINT_ABOUT } from '../complaints/complaint.ts';
import { RHYTHM_LABELS, YOUR_INTERESTS } from '../enquiry/limits.ts';
import { dayFromIso } from '../time/day.ts';
import { dayInWords } from '../time/words.ts';
import type { ActName } from './acts.ts';
import { mailName } from './case-mail.ts';
import type { Outcome } from './outcomes.ts';

/** How values of one column are said to the person they are about, by the names the database knows them by. */
type ValueWords = Readonly<Record<string, string>>;

/** Outcomes, said to the person they are about. */
const YOUR_OUTCOMES: Readonly<Record<Outcome, string>> = {
  spoke: 'We spoke',
  'left a message': 'We left you a message',
  wrote: 'We wrote to you',
  'no answer': 'We tried to reach you, and nobody answered',
  commissioned: 'You have commissioned us',
  'not now': 'You do not want to continue now',
  'not for us': 'This is not for us',
  duplicate: 'It is a duplicate of another case',
};

/** What staff did, said to the person it is about. */
const YOUR_ACTS: Readonly<Record<ActName, string>> = {
  outcome: 'We noted what came of getting in touch',
  note: 'We wrote a note',
  'times offered': 'We offered you other times',
  'call moved': 'We moved a call',
  'call cancelled': 'We cancelled a call',
  released: 'We released it: it had looked automatic',
  opened: 'We opened this case for you',
  'details corrected': 'We corrected your details',
  'call booked': 'We booked a call for you',
  'link sent': 'We sent you your link',
  'follow-up set': 'We set a day to look at it again',
  closed: 'We closed it',
  reopened: 'We opened it again',
  'owner set': 'We noted who sees to it',
  joined: 'We joined it with another case, about the same matter',
  unjoined: 'We took it apart from the cases it was joined with',
  held: 'We put it on hold',
  'hold ended': 'We took it off hold',
  'words removed': 'We removed words from it',
  'complaint acknowledged': 'We told you that we have your complaint',
  'complaint dated': 'We corrected the day on which your complaint came',
  'complaint noted': 'We noted how far your complaint has got, for ourselves',
  'complaint progress': 'We told you how far your complaint has got',
  'complaint outcome': 'We told you the outcome of your complaint',
  'complaint reopened': 'We opened your complaint again',
};

/** Values that are short names for the service alone, in words: by table and column. A test holds that none is missing. */
export const VALUE_WORDS: Readonly<Record<string, Readonly<Record<string, ValueWords>>>> = {
  cases: {
    waits_because: {
      wrote: 'you got in touch, or changed something',
      call: 'a call was due, and we have not noted the outcome',
      'no answer': 'we tried to reach you, and nobody answered',
      'follow-up': 'we meant to get back to you',
    },
    settled: { resting: 'Open', closed: 'Closed' },
    owner: { staff: 'One of our staff' },
  },
  enquiries: { interests: YOUR_INTERESTS, rhythm: RHYTHM_LABELS },
  bookings: { kind: CALL_NAMES },
  person_acts: {
    act: {
      enquired: 'You sent an enquiry',
      complained: 'You sent a complaint',
      'got in touch': 'You got in touch, and we wrote down what you told us',
      booked: 'You booked a call',
      confirmed: 'You pressed once more, to send what had looked automatic',
      corrected: 'You corrected your details',
      moved: 'You moved a call',
      cancelled: 'You cancelled a call',
    },
  },
  case_acts: {
    act: YOUR_ACTS,
    outcome: YOUR_OUTCOMES,
    owner: { staff: 'One of our staff' },
    told: { email: 'By email', telephone: 'By telephone', letter: 'By letter' },
  },
  complaints: { about: COMPLAINT_ABOUT },
  messages: { audience: { enquirer: 'you', staff: 'our own staff' } },
  delivery_reports: {
    type: {
      'email.sent': 'It was sent',
      'email.delivered': 'It arrived at the mail service',
      'email.delivery_delayed': 'It was delayed',
      'email.bounced': 'It was sent back',
      'email.failed': 'It could not be sent',
      'email.suppressed': 'It was not sent, because mail to this address came back before',
      'email.complained': 'It was reported as unwanted',
    },
  },
};

/** Which form a post came from, by the address it was sent to. */
const FORMS: ValueWords = {
  '/api/enquiries': 'The enquiry form',
  '/api/complaints': 'The complaint form',
  '/api/callbacks': 'The form that asks us to ring',
  '/api/discovery-calls': 'The form that books a discovery call',
};

/** A date always has its year here: what is printed is kept. */
const dateInWords = (date: string) => {
  const day = dayFromIso(date);
  return day === undefined ? date : dayInWords(day, 0);
};

/** Columns that hold more names than can be counted out. */
const OTHERS: Readonly<Record<string, Readonly<Record<string, (name: string) => string>>>> = {
  case_acts: { follow_up: dateInWords },
  messages: { kind: mailName },
  withheld_mail: { kind: mailNameToYou },
  submissions: {
    route: (route) =>
      FORMS[route] ?? (route.startsWith('/desk/') ? 'A form of our staff' : 'A form on your page'),
  },
};

/** A short name for the service alone as its column means it; anything else as it is. */
export const nameInWords = (table: string, column: string, name: string): string =>
  VALUE_WORDS[table]?.[column]?.[name] ?? OTHERS[table]?.[column]?.(name) ?? name;
