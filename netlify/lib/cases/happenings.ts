import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import type { Happening } from '#views/case.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { NOT_ARRIVED } from '../delivery/reports.ts';
import type { RecordedEnquiry } from '../enquiries/record.ts';
import type { Case } from './case.ts';

interface MessageRow {
  kind: string;
  sent_at: Date | null;
  failed_at: Date | null;
  delivered_at: Date | null;
  bounced_at: Date | null;
}

const NAMES: Readonly<Record<string, string>> = {
  acknowledgement: 'the acknowledgement',
  'new address': 'your link, at your new address',
  'confirmation of a call': 'the confirmation of your call',
  'new time of a call': 'the new time of your call',
  'cancellation of a call': 'the cancellation of your call',
  'corrected details of a call': 'the corrected details of your call',
  'farewell to an address': 'a note about your old address',
  'reminder of a call': 'a reminder of your call',
  'times offered': 'times to choose from',
  'link again': 'your link, which was asked for again',
  'offer of other times': 'other times for your call',
};

const WORDS: readonly (readonly [keyof MessageRow, (name: string) => string])[] = [
  ['sent_at', (name) => `We sent you ${name} by email.`],
  ['delivered_at', (name) => `Your mail service took in ${name}.`],
  [
    'bounced_at',
    (name) => `Your mail service sent back ${name}. Please check the email address you gave.`,
  ],
  [
    'failed_at',
    (name) => `We could not send you ${name}. Please check the email address you gave.`,
  ],
];

/** A report can be dated before we noted that the message had gone: the other mail service was quicker. */
const notBefore = (at: Date, sentAt: Date | null) => (sentAt && sentAt > at ? sentAt : at);

const aboutMessage = (row: MessageRow) =>
  WORDS.flatMap(([column, words]) => {
    const at = row[column];
    if (!(at instanceof Date)) return [];
    return [{ at: notBefore(at, row.sent_at), what: words(NAMES[row.kind] ?? 'an email') }];
  });

interface Moment {
  at: Date;
  what: string;
}

const aboutEnquiry = ({ createdAt, correctedAt }: RecordedEnquiry): Moment[] => [
  { at: createdAt, what: 'You sent your enquiry, and it was saved.' },
  ...(correctedAt ? [{ at: correctedAt, what: 'You corrected what you sent.' }] : []),
];

/** How a call ended before it began: by them, by us, or because we could not keep its time. */
function endOf({ cancelledAt, releasedAt }: Booking, byUs: readonly Date[]) {
  const isAt = (at: Date | undefined) => at !== undefined && +at === +(cancelledAt ?? Number.NaN);
  if (isAt(releasedAt)) return (call: string) => `We could not keep the ${call}.`;
  if (byUs.some(isAt)) return (call: string) => `We cancelled the ${call}.`;
  return (call: string) => `The ${call}, was cancelled.`;
}

/** The time a call had before it moved is not kept, so only its last is told. */
function aboutCall(booking: Booking, byUs: readonly Date[], now: number): Moment[] {
  const call = CALL_NAMES[booking.kind];
  const time = callInWords(booking, now);
  const { createdAt, movedAt, correctedAt, cancelledAt } = booking;
  const told: [at: Date | undefined, what: string][] = [
    [createdAt, movedAt ? `A ${call} was booked.` : `A ${call} was booked for ${time}.`],
    [movedAt, `The ${call} was moved to ${time}.`],
    [correctedAt, `You corrected the details of the ${call} on ${time}.`],
    [cancelledAt, endOf(booking, byUs)(`${call} on ${time}`)],
  ];
  return told.flatMap(([at, what]) => (at ? [{ at, what }] : []));
}

/** When staff cancelled calls of a case; who it was, and whatever else staff did, is not told here. */
async function cancelledByUs({ database }: App, { id }: Case): Promise<Date[]> {
  const rows = await database.query<{ at: Date }>(
    `SELECT at FROM case_acts WHERE case_id = $1 AND act = 'call cancelled'`,
    [id],
  );
  return rows.map(({ at }) => at);
}

/** What happened to a case so far, oldest first, in the enquirer's words and UK time. */
export async function happeningsOf(
  app: App,
  about: Case,
  { enquiry, bookings }: { enquiry: RecordedEnquiry | undefined; bookings: readonly Booking[] },
): Promise<Happening[]> {
  const messages = await app.database.query<MessageRow>(
    `SELECT kind, sent_at, failed_at,
       (SELECT min(reported_at) FROM delivery_reports r WHERE r.provider_id = m.provider_id AND type = 'email.delivered') AS delivered_at,
       (SELECT min(reported_at) FROM delivery_reports r WHERE r.provider_id = m.provider_id AND type IN ${NOT_ARRIVED}) AS bounced_at
     FROM messages m WHERE case_id = $1 AND audience = 'enquirer'`,
    [about.id],
  );
  const byUs = await cancelledByUs(app, about);
  const now = app.now().getTime();
  const all: Moment[] = [
    ...(enquiry ? aboutEnquiry(enquiry) : []),
    ...bookings.flatMap((booking) => aboutCall(booking, byUs, now)),
    ...messages.flatMap(aboutMessage),
  ];
  return all
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ at, what }) => ({ at: instantInWords(at.getTime(), now), what }));
}
