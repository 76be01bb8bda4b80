import { CALL_NAMES } from '#domain/booking/booking.ts';
import { mailNameToYou } from '#domain/cases/mail-names.ts';
import type { PersonActDone, PersonActName } from '#domain/cases/person-act.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import type { Booking } from '#services/bookings/booking.ts';
import type { CaseHistory, ComplaintTold } from '#services/cases/case-history.ts';
import type { Happening } from './your-enquiry-view.ts';

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const WORDS = [
  ['sentAt', (name: string) => `We sent you ${name}${name.includes('email') ? '' : ' by email'}.`],
  ['deliveredAt', (name: string) => `${upperFirst(name)} was delivered.`],
  [
    'returnedAt',
    (name: string) =>
      `${upperFirst(name)} came back undelivered. Please check the email address you gave.`,
  ],
  [
    'failedAt',
    (name: string) => `We could not send you ${name}. Please check the email address you gave.`,
  ],
  [
    'withheldAt',
    (name: string) =>
      `${upperFirst(name)} was not sent: you had had as many emails from us as we send in an hour or a day.`,
  ],
] as const;

/** What became of a message. A report can be dated before we noted that it had gone: the other mail service was quicker. */
const aboutMessage = (mail: CaseMail): Moment[] =>
  WORDS.flatMap(([became, words]) => {
    const at = mail[became];
    if (at === undefined) return [];
    const what = words(mailNameToYou(mail.kind));
    return [{ at: new Date(Math.max(at, mail.sentAt ?? at)), what }];
  });

interface Moment {
  at: Date;
  what: string;
}

const ENQUIRY_ACTS: Readonly<Partial<Record<PersonActName, string>>> = {
  enquired: 'You sent your enquiry.',
  complained: 'You sent your complaint.',
  'got in touch': 'We wrote down what you told us.',
  confirmed: 'You pressed the button again to send it.',
  corrected: 'You corrected what you sent.',
};

const TOLD: Readonly<Record<ComplaintTold['act'], (by: string) => string>> = {
  'complaint acknowledged': (by) => `We told you ${by} that we have your complaint.`,
  'complaint progress': (by) => `We told you ${by} how far we have got.`,
  'complaint outcome': (by) => `We told you the outcome ${by}.`,
};

const toldOtherwise = ({ at, act, told }: ComplaintTold): Moment => ({
  at,
  what: TOLD[act](`by ${told}`),
});

const aboutEnquiry = ({ acts, byHand }: CaseHistory): Moment[] =>
  acts
    .filter(({ bookingId }) => bookingId === undefined)
    .flatMap(({ act, at }) => {
      const what =
        byHand && act === 'corrected' ? 'You corrected what we wrote down.' : ENQUIRY_ACTS[act];
      return what ? [{ at, what }] : [];
    });

/** What the person did about a call; one in quarantine has not been sent. */
function aboutOwnCall(booking: Booking, acts: readonly PersonActDone[], now: number): Moment[] {
  const call = CALL_NAMES[booking.kind];
  return acts
    .filter(({ bookingId }) => bookingId === booking.id)
    .flatMap(({ act, at, slot }) => {
      const time = slot && callInWords(slot, now);
      const said: Readonly<Record<PersonActName, string>> = {
        enquired: '',
        complained: '',
        'got in touch': '',
        booked: time ? `You asked for a ${call} on ${time}.` : `You asked for a ${call}.`,
        confirmed: `You pressed the button again to book the ${call}.`,
        moved: `You moved the ${call} to ${time}.`,
        corrected: `You corrected the details of the ${call} on ${time}.`,
        cancelled: `You cancelled the ${call} on ${time}.`,
      };
      return act === 'cancelled' && isLost(booking) ? [] : [{ at, what: said[act] }];
    });
}

/** Whether we could not give the call its time when it was released from quarantine. */
const isLost = ({ releasedAt, cancelledAt }: Booking) =>
  releasedAt !== undefined && +releasedAt === +(cancelledAt ?? Number.NaN);

/** What we did about a call: booked it, moved it, cancelled it, or could not keep its time. */
function aboutOurs(
  booking: Booking,
  { booked, moved, cancelled }: CaseHistory,
  now: number,
): Moment[] {
  const call = CALL_NAMES[booking.kind];
  const time = callInWords(booking, now);
  const { movedAt, cancelledAt } = booking;
  const isAmong = (at: Date | undefined, ours: readonly Date[]) =>
    at !== undefined && ours.some((our) => +our === +at);
  return [
    ...(isAmong(booking.createdAt, booked)
      ? [{ at: booking.createdAt, what: `We booked a ${call} for you.` }]
      : []),
    ...(movedAt && isAmong(movedAt, moved)
      ? [{ at: movedAt, what: `We moved the ${call} to ${time}.` }]
      : []),
    ...(cancelledAt && isAmong(cancelledAt, cancelled)
      ? [{ at: cancelledAt, what: `We cancelled the ${call} on ${time}.` }]
      : []),
    ...(cancelledAt && isLost(booking)
      ? [{ at: cancelledAt, what: `We could not keep the ${call} on ${time}.` }]
      : []),
  ];
}

/** What happened to a case so far, oldest first, in the enquirer's words and UK time. */
export function happeningsOf(
  history: CaseHistory,
  bookings: readonly Booking[],
  now: number,
): Happening[] {
  const all: Moment[] = [
    ...aboutEnquiry(history),
    ...history.told.map(toldOtherwise),
    ...bookings.flatMap((booking) => [
      ...aboutOwnCall(booking, history.acts, now),
      ...aboutOurs(booking, history, now),
    ]),
    ...history.mail.flatMap(aboutMessage),
  ];
  return all
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, what }) => ({ at: instantInWords(at.getTime(), now), what }));
}
