import { callAnswersForStaff, cancelledAnswersForStaff } from '#domain/booking/answers.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { callInWords, instantInWords } from '#domain/time/instant-words.ts';
import { atTheDesk, lead, paragraph } from './blocks.ts';
import type { CallEmail, MovedCall } from './booking-emails.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

const inSentence = ({ name, organisation }: CallEmail) =>
  organisation ? `${name} (${organisation})` : name;

const toRing = (call: CallEmail) => `Ring ${call.phone}. ${toAnswer(call)}`;

const toAnswer = ({ name, email }: CallEmail) =>
  email ? `Reply to this email to write to ${name}.` : `${name} gave no email address.`;

/** What they wrote in words of their own stands at the desk alone, unless settings have it in mail too. */
const toldOf = ({ topic, ...told }: CallEmail) =>
  told.wordsInMail && topic !== undefined ? { ...told, topic } : told;

/** That there is more to read than the email says. */
const readAtTheDesk = ({ topic, wordsInMail = false }: CallEmail): EmailBlock[] =>
  topic === undefined || wordsInMail
    ? []
    : [paragraph('What they would like to talk about stands at the desk.')];

const theCaller = (
  call: CallEmail,
  answers: typeof callAnswersForStaff = callAnswersForStaff,
): EmailBlock => ({
  kind: 'answers',
  rows: [...answers(toldOf(call)), ['Reference', call.reference]],
});

/** To staff: a call is booked. Like every notice to staff it holds no key, so quoting it gives nothing away. */
export const bookedNotice = (call: CallEmail): EmailWords => ({
  subject: `New ${CALL_NAMES[call.kind]} ${call.reference}: ${instantInWords(call.start, call.now)}`,
  preview: nameFirst(call),
  blocks: [
    lead(
      `${inSentence(call)} has booked a ${CALL_NAMES[call.kind]} for ${callInWords(call, call.now)}.`,
    ),
    paragraph(toRing(call)),
    theCaller(call),
    ...readAtTheDesk(call),
    atTheDesk(call),
  ],
});

/** What a notice says, with who of the staff did it under the sentence it begins with. */
export const doneByUs = (
  { blocks: [what, ...rest], ...notice }: EmailWords,
  done: string,
): EmailWords => ({ ...notice, blocks: [...(what ? [what] : []), paragraph(done), ...rest] });

/** To staff: one of them has booked a call for its person at the desk; `by` is their address. */
export function bookedByUsNotice(call: CallEmail, by: string): EmailWords {
  const { blocks, ...notice } = bookedNotice(call);
  const name = CALL_NAMES[call.kind];
  const words = {
    ...notice,
    subject: `New ${name} ${call.reference}, booked at the desk: ${instantInWords(call.start, call.now)}`,
    blocks: [
      lead(`A ${name} with ${inSentence(call)} is booked for ${callInWords(call, call.now)}.`),
      ...blocks.slice(1),
    ],
  };
  return doneByUs(words, `${by} has booked this call at the desk.`);
}

/** To staff: a call has another time. */
export const movedNotice = (call: CallEmail & MovedCall): EmailWords => ({
  subject: `${call.reference} moved to ${instantInWords(call.start, call.now)}`,
  preview: `${nameFirst(call)}: was ${instantInWords(call.before.start, call.now)}`,
  blocks: [
    lead(
      `The ${CALL_NAMES[call.kind]} with ${inSentence(call)} is now on ${callInWords(call, call.now)}.`,
    ),
    paragraph(`It was on ${callInWords(call.before, call.now)}: do not ring then.`),
    paragraph(toRing(call)),
    theCaller(call),
    ...readAtTheDesk(call),
    atTheDesk(call),
  ],
});

/** To staff: one of them has moved a call at the desk; `by` is their address. */
export const movedByUsNotice = (call: CallEmail & MovedCall, by: string): EmailWords =>
  doneByUs(movedNotice(call), `${by} has moved this call at the desk.`);

/** To staff: a caller has corrected their details, and what they are now. */
export const correctedCallNotice = (call: CallEmail): EmailWords => ({
  subject: `${call.reference} corrected: ${instantInWords(call.start, call.now)}`,
  preview: nameFirst(call),
  blocks: [
    lead(
      `The details of the ${CALL_NAMES[call.kind]} on ${callInWords(call, call.now)}, have been corrected. The desk says what has changed.`,
    ),
    paragraph(toRing(call)),
    theCaller(call),
    ...readAtTheDesk(call),
    atTheDesk(call),
  ],
});

/** To staff: a call will not take place, and its time is given up. */
export const cancelledNotice = (call: CallEmail): EmailWords => ({
  subject: `${call.reference} cancelled: ${instantInWords(call.start, call.now)}`,
  preview: nameFirst(call),
  blocks: [
    lead(
      `The ${CALL_NAMES[call.kind]} with ${inSentence(call)} on ${callInWords(call, call.now)}, is cancelled, and its time is given up.`,
    ),
    paragraph(`Do not ring. ${toAnswer(call)}`),
    theCaller(call, cancelledAnswersForStaff),
    ...readAtTheDesk(call),
    atTheDesk(call),
  ],
});
