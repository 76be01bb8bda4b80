import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { letterTo, theLine } from './blocks.ts';
import { type CallEmail, LEAVES_CALENDARS } from './booking-emails.ts';
import type { EmailWords } from './email-words.ts';

type ErasedCall = Pick<
  CallEmail,
  'reference' | 'kind' | 'start' | 'end' | 'now' | 'phoneOfLine' | 'hours'
>;

const subjectOf = ({ kind, start, now }: ErasedCall) =>
  `${CALL_NAMES[kind]} is cancelled: ${instantInWords(start, now)}`;

/** To the enquirer: their case is erased, and the call that belonged to it will not take place. */
export const erasedCallEmail = (call: ErasedCall): EmailWords => ({
  subject: `Your ${subjectOf(call)}`,
  preview: 'We will not ring you then.',
  blocks: [
    {
      kind: 'lead',
      text: `What we held under reference ${call.reference} has been erased, so your ${CALL_NAMES[call.kind]} on ${callInWords(call, call.now)}, is cancelled. We will not ring you then.`,
    },
    LEAVES_CALENDARS,
    theLine(call.phoneOfLine, call.hours),
  ],
  letter: letterTo(undefined, call.phoneOfLine),
});

/** To staff: a call will not take place, because its case is erased. It names nobody. */
export const erasedCallNotice = (call: ErasedCall): EmailWords => ({
  subject: `${call.reference} erased: ${CALL_NAMES[call.kind]} cancelled, ${instantInWords(call.start, call.now)}`,
  preview: 'Do not ring. Its time is given up.',
  blocks: [
    {
      kind: 'lead',
      text: `Case ${call.reference} has been erased, so its ${CALL_NAMES[call.kind]} on ${callInWords(call, call.now)}, is cancelled and its time is given up. Do not ring.`,
    },
  ],
});
