import { CALL_NAMES } from '#domain/booking/booking.ts';
import { conflictInWords } from '#domain/booking/conflicting-booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import type { ConflictingCall, Digest } from '#domain/desk/digest.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { clockInWords } from '#domain/time/words.ts';
import { heading, paragraph } from './blocks.ts';
import { caseRow, lines, type Row, section } from './digest-part.ts';

export const clockAt = (instant: number) => clockInWords(wallClockAt(instant).minute);

export const calls = ({ calls: all, site }: Digest) =>
  all.length === 0
    ? [heading('Calls today'), paragraph('No calls are booked for today.')]
    : section('Calls today (UK time)', all, (one) => [
        `${clockAt(one.start)} to ${clockAt(one.end)}`,
        lines(
          `${nameFirst(one)}: ${CALL_NAMES[one.kind]}`,
          one.because
            ? `It cannot take place. ${conflictInWords(one.because)}`
            : `Ring ${one.phone}`,
          `Reference ${one.reference}`,
        ),
        site + deskCasePath(one.reference),
      ]);

function conflictingRow(digest: Digest, call: ConflictingCall): Row {
  const offered = call.offered && 'They were sent other times, and have not chosen one yet.';
  return caseRow(
    digest,
    call,
    lines(
      `A ${CALL_NAMES[call.kind]} on ${callInWords(call, digest.now)}`,
      conflictInWords(call.because),
      `They gave the number ${call.phone}.`,
      offered,
    ),
  );
}

export const conflicting = (digest: Digest) =>
  section(
    'Calls that cannot take place',
    digest.conflicting,
    (one) => conflictingRow(digest, one),
    {
      before:
        'Their time has been closed or blocked since they were booked. No reminder goes out for them. Offer each of these people another time at the desk, or ring them.',
    },
  );
