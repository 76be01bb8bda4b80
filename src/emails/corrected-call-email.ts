import { CALL_NAMES } from '#domain/booking/booking.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { lead, letterTo, paragraph } from './blocks.ts';
import {
  type BookingEmail,
  inYourCalendar,
  ringsPreview,
  toChangeIt,
  whatFollows,
  whereToAsk,
  wordsOf,
  yourCalendarFollows,
} from './booking-emails.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** Whose details were corrected, and what is so of the call besides. */
export interface CorrectedCall {
  /** This address hears of the call for the first time. */
  isFirstHere: boolean;
  /** Its time has been closed or blocked since it was booked. */
  cannotTakePlace: boolean;
}

/** What stands under the sentence that a call was corrected: when it is or, where it cannot take place then, that. */
const whatStays = (call: BookingEmail & CorrectedCall): EmailBlock[] => {
  if (!call.cannotTakePlace) {
    const calendar = call.isFirstHere ? inYourCalendar(call) : yourCalendarFollows(call);
    return [
      paragraph(`It is still on ${callInWords(call, call.now)}.`),
      ...whatFollows(call, calendar),
    ];
  }
  const { happened, next } = wordsOf(call, 'call-cannot-take-place');
  return [paragraph(`${happened} ${next}`), ...toChangeIt(call), ...whereToAsk(call)];
};

/** To the enquirer: the details of a call have been corrected; what they are now stands on their own page. */
export const correctedEmail = (call: BookingEmail & CorrectedCall): EmailWords => ({
  subject: `The details of your ${CALL_NAMES[call.kind]} have changed: ${instantInWords(call.start, call.now)}`,
  preview: call.cannotTakePlace
    ? `We cannot ring you then. Your reference is ${call.reference}.`
    : ringsPreview(call),
  blocks: [
    lead(
      `The details of your ${CALL_NAMES[call.kind]} have been corrected. Your own page shows them.`,
    ),
    ...whatStays(call),
  ],
  letter: letterTo(call.name, call.phoneOfLine),
});
