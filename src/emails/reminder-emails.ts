import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { letterTo, theLine, theLink } from './blocks.ts';
import { type BookingEmail, ringsPreview, toChangeIt, wordsOf } from './booking-emails.ts';
import type { EmailWords } from './email-words.ts';

/** To the enquirer, on the day before: when the call is, what happens, how to change it, the line. */
export const reminderEmail = (call: Omit<BookingEmail, 'addLinks'>): EmailWords => ({
  subject: `Reminder of your ${CALL_NAMES[call.kind]}: ${instantInWords(call.start, call.now)}`,
  preview: ringsPreview(call),
  blocks: [
    {
      kind: 'lead',
      text: `Your ${CALL_NAMES[call.kind]} is on ${callInWords(call, call.now)}.`,
    },
    {
      kind: 'paragraph',
      text: `${wordsOf(call, 'call-booked').next} There is nothing you need to do before then.`,
    },
    ...toChangeIt(call),
    theLine(call.phoneOfLine, call.hours),
    { kind: 'heading', text: 'Your reference' },
    { kind: 'reference', text: call.reference },
    ...theLink(call, { quiet: true }),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});
