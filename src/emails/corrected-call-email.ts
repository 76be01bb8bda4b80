import { CALL_NAMES } from '#domain/booking/booking.ts';
import { DECLINING } from '#domain/booking/words.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { heading, LINKS_ENDED, lead, letterTo, paragraph } from './blocks.ts';
import {
  type BookingEmail,
  changeLinks,
  inYourCalendar,
  ringsPreview,
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
  /** An address was given up with it, and every link before ended. */
  linksEnded: boolean;
}

const whichLinks = ({ linksEnded }: CorrectedCall): EmailBlock[] =>
  linksEnded ? [paragraph(`${LINKS_ENDED} Keep this email.`)] : [];

/** That a call was corrected, and when it is; or, where it cannot take place then, that first. */
const whatItSays = (call: BookingEmail & CorrectedCall): EmailBlock[] => {
  if (!call.cannotTakePlace) {
    const calendar = call.isFirstHere ? inYourCalendar(call) : yourCalendarFollows(call, 'kept');
    return [
      lead(
        `The details of your ${CALL_NAMES[call.kind]} have been corrected. Your own page shows them.`,
      ),
      paragraph(`It is still on ${callInWords(call, call.now)}.`),
      ...whichLinks(call),
      ...whatFollows(call, calendar),
    ];
  }
  const { happened, next, can } = wordsOf(call, 'call-cannot-take-place');
  return [
    lead(happened),
    paragraph(next),
    heading('Choose another time'),
    paragraph(`${can} ${DECLINING.enquirer}`),
    ...changeLinks(call),
    paragraph('The details of the call have been corrected. Your own page shows them.'),
    ...whichLinks(call),
    ...whereToAsk(call),
  ];
};

/** To the enquirer: the details of a call have been corrected; what they are now stands on their own page. */
export const correctedEmail = (call: BookingEmail & CorrectedCall): EmailWords => ({
  ...(call.cannotTakePlace
    ? {
        subject: `Please choose another time for your ${CALL_NAMES[call.kind]}`,
        preview: `We cannot ring you on ${instantInWords(call.start, call.now)}.`,
      }
    : {
        subject: `The details of your ${CALL_NAMES[call.kind]} have changed: ${instantInWords(call.start, call.now)}`,
        preview: ringsPreview(call),
      }),
  blocks: whatItSays(call),
  letter: letterTo(call.name, call.phoneOfLine),
});
