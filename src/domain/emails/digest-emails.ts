import { CALL_NAMES } from '../booking/booking.ts';
import { callInWords, instantInWords } from '../time/instant-words.ts';
import { wallClockAt } from '../time/london.ts';
import { clockInWords, dayInWords } from '../time/words.ts';
import type { Caller, Digest, NewCase } from './digest.ts';
import type { EmailBlock, EmailWords } from './words.ts';

const MOST_REFERENCES = 50;

const counted = (number: number, one: string, many = `${one}s`) =>
  `${number} ${number === 1 ? one : many}`;

const paragraph = (text: string): EmailBlock => ({ kind: 'paragraph', text });
const heading = (text: string): EmailBlock => ({ kind: 'heading', text });

const whoOf = ({ organisation, name }: Pick<Caller, 'organisation' | 'name'>) =>
  [organisation, name].filter(Boolean).join(', ');

const lines = (...given: (string | false | undefined)[]) => given.filter(Boolean).join('\n');

/** A part of the digest: left out when there is nothing in it. */
const section = <One>(
  title: string,
  all: readonly One[],
  row: (one: One) => readonly [label: string, answer: string],
  before?: string,
): EmailBlock[] =>
  all.length === 0
    ? []
    : [
        heading(title),
        ...(before ? [paragraph(before)] : []),
        { kind: 'answers', rows: all.map(row) },
      ];

const undelivered = ({ undelivered: all }: Digest) =>
  section(
    'Not delivered',
    all,
    (one) => [
      one.reference ?? 'About no enquiry',
      lines(
        `The ${one.what} to ${one.audience === 'staff' ? 'staff' : whoOf(one) || 'the enquirer'} was ${one.how}.`,
        one.audience === 'enquirer' && one.phone && `They gave the number ${one.phone}.`,
      ),
    ],
    'These messages did not arrive, and will not be tried again. Please reach the enquirers another way.',
  );

function firstCall({ call }: NewCase, now: number): string | undefined {
  if (!call) return undefined;
  return `Asked for a ${CALL_NAMES[call.kind]}: ${call.cancelled ? 'cancelled since' : callInWords(call, now)}.`;
}

const fresh = ({ fresh: all, now }: Digest) =>
  section('New since the last digest', all, (one) => [
    one.reference,
    lines(whoOf(one), one.enquired && 'Sent an enquiry.', firstCall(one, now)),
  ]);

const waiting = ({ waiting: all, waitingDays, now }: Digest) =>
  section(
    'Perhaps still waiting for an answer',
    all,
    (one) => [one.reference, lines(whoOf(one), `Wrote on ${instantInWords(one.at, now)}.`)],
    `These enquiries are from the ${waitingDays} days before, and have no call booked. The site cannot see what you wrote or said yourselves, so you may have answered some of them.`,
  );

const clockAt = (instant: number) => clockInWords(wallClockAt(instant).minute);

const calls = ({ calls: all }: Digest) =>
  all.length === 0
    ? [heading('Calls today'), paragraph('No calls are booked for today.')]
    : section('Calls today (UK time)', all, (one) => [
        `${clockAt(one.start)} to ${clockAt(one.end)}`,
        lines(
          `${whoOf(one)}: ${CALL_NAMES[one.kind]}`,
          `Ring ${one.phone}`,
          `Reference ${one.reference}`,
        ),
      ]);

function quarantined({ quarantined: { references, kept, days } }: Digest): EmailBlock[] {
  if (references.length === 0) return [];
  const named = references.slice(0, MOST_REFERENCES);
  const more = references.length - named.length;
  return [
    heading('In quarantine'),
    paragraph(
      `Since the last digest ${counted(references.length, 'post')} looked automatic, and nobody was told: ${named.join(', ')}${more > 0 ? `, and ${more} more` : ''}. Each is kept for ${counted(days, 'day')} and then erased. There ${kept === 1 ? 'is' : 'are'} ${kept} in quarantine now.`,
    ),
  ];
}

function inShort(digest: Digest): string {
  const counts: [number, string][] = [
    [digest.undelivered.length, `${digest.undelivered.length} not delivered`],
    [digest.fresh.length, `${digest.fresh.length} new`],
    [digest.waiting.length, `${digest.waiting.length} perhaps waiting`],
    [digest.calls.length, counted(digest.calls.length, 'call')],
    [digest.quarantined.references.length, `${digest.quarantined.references.length} in quarantine`],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([, words]) => words)
    .join(', ');
}

/**
 * To staff, each working day: what did not arrive, what is new, what may wait, today's calls, what is
 * in quarantine. It carries no key, so quoting it gives nothing away.
 */
export function digestEmail(digest: Digest): EmailWords {
  const { day } = wallClockAt(digest.now);
  const short = inShort(digest);
  return {
    subject: `${dayInWords(day, day)}: ${short}`,
    preview: digest.calls[0]
      ? `The first call is at ${clockAt(digest.calls[0].start)}.`
      : 'No calls are booked for today.',
    blocks: [
      ...undelivered(digest),
      ...fresh(digest),
      ...waiting(digest),
      ...calls(digest),
      ...quarantined(digest),
    ],
  };
}
