import { CALL_NAMES } from '#domain/booking/booking.ts';
import { counted } from '#domain/count-words.ts';
import { byFollowUp, type Digest, type NewCase, type Waiting } from '#domain/desk/digest.ts';
import { whyWaiting } from '#domain/desk/waiting.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { paragraph } from './blocks.ts';
import { caseRow, lines, section } from './digest-part.ts';
import type { EmailBlock } from './email-words.ts';

/** More would push today's calls out of sight; the rest stand at the desk. */
const MOST_WAITING = 20;

/** How a new case came. */
const cameBy = ({ enquired, complained, byHand }: NewCase) => {
  if (complained) return 'Sent a complaint, and has been told the outcome.';
  if (byHand) return 'Written down at the desk.';
  return enquired && 'Sent an enquiry.';
};

function firstCall({ call }: NewCase, now: number): string | undefined {
  if (!call) return undefined;
  return `Asked for a ${CALL_NAMES[call.kind]}: ${call.cancelled ? 'cancelled since' : callInWords(call, now)}.`;
}

export const fresh = (digest: Digest) =>
  section('New since the last digest', digest.fresh, (one) =>
    caseRow(digest, one, lines(cameBy(one), firstCall(one, digest.now))),
  );

const waitingRow = (digest: Digest) => (one: Waiting) =>
  caseRow(digest, one, whyWaiting(one, digest.now));

export function waiting(digest: Digest): EmailBlock[] {
  const { others } = byFollowUp(digest.waiting);
  const more = others.length - MOST_WAITING;
  return [
    ...section('Waiting for us', others.slice(0, MOST_WAITING), waitingRow(digest), {
      before: 'Once you have answered one, note the outcome at the desk, and it leaves this list.',
    }),
    ...(more > 0
      ? [paragraph(`${counted(more, 'more case is waiting', 'more cases are waiting')}.`)]
      : []),
  ];
}

export const followUps = (digest: Digest) =>
  section('To follow up', byFollowUp(digest.waiting).due, waitingRow(digest), {
    most: MOST_WAITING,
  });

export const offered = (digest: Digest) =>
  section(
    'Offered times, none chosen yet',
    digest.offered,
    (one) => caseRow(digest, one, `Offered on ${instantInWords(one.at, digest.now)}.`),
    { most: MOST_WAITING },
  );
