import { CALL_NAMES } from '#domain/booking/booking.ts';
import { CALL_WORDS } from '#domain/booking/call-words.ts';
import type { CallKind, Slot } from '#domain/slots/slot.ts';
import { callInWords } from '#domain/time/instant-words.ts';
import { heading, lead, letterTo, paragraph, theLine, theLink } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** What an email that offers times needs to know. Its addresses hold keys, so it is never for staff. */
export interface OfferEmail {
  reference: string;
  kind: CallKind;
  /** When the email is written, in milliseconds, for dates that need their year. */
  now: number;
  /** Where the call stands that is to move; undefined when none is booked yet. */
  booked: Slot | undefined;
  /** Nobody can ring at the time it is booked for. */
  cannotTakePlace: boolean;
  /** Each time, and the page on which it is chosen. */
  times: readonly (Slot & { href: string })[];
  /** Where every other free time stands. */
  others: string;
  /** Who it goes to, where that is known. */
  name: string | undefined;
  /** What staff add, in their own words. */
  words: string | undefined;
  /** The enquirer's own page. */
  link: string;
  /** They sent nothing: we wrote down what they told us. */
  byHand?: boolean | undefined;
  /** The number of the line, and its hours as "Monday to Friday, 9am to 6pm". */
  phoneOfLine: string;
  hours: string;
}

function opening({ booked, cannotTakePlace, kind, now, times }: OfferEmail): EmailBlock[] {
  const call = CALL_NAMES[kind];
  if (!booked) {
    const some = times.length === 1 ? 'Here is a time' : 'Here are some times';
    return [lead(`${some} for a ${call} with us.`)];
  }
  const when = callInWords(booked, now);
  if (cannotTakePlace) {
    return [
      lead(`We are sorry: we cannot ring you at the time of your ${call}, ${when}.`),
      paragraph('Please choose another time, and we will ring you then.'),
    ];
  }
  return [
    lead(`We would like to move your ${call}.`),
    paragraph(`It is booked for ${when}, and stays there until you choose another time.`),
  ];
}

/** Staff's own words, a paragraph for each line. */
const added = ({ words }: OfferEmail): EmailBlock[] => (words?.split(/\n\s*/) ?? []).map(paragraph);

/** What a link of a time leads to, and when the call is certain. */
const howToTake = ({ booked, kind }: OfferEmail): string =>
  booked
    ? 'The next page says what will happen, and nothing is moved until you press “Move the call to this time” there.'
    : `The next page asks for your details, and the page after it shows them for you to check. Nothing is booked until you press “${CALL_WORDS[kind].book}” on that last page.`;

const toChoose = (offer: OfferEmail): EmailBlock[] => {
  const { times, now, others } = offer;
  return [
    heading(times.length === 1 ? 'A time to choose' : 'Times to choose from'),
    paragraph(
      `${times.length === 1 ? 'Choose it if it suits you.' : 'Choose the time that suits you.'} ${howToTake(offer)}`,
    ),
    {
      kind: 'choices',
      links: times.map(({ href, ...slot }) => ({ label: callInWords(slot, now), href })),
    },
    paragraph(
      times.length === 1
        ? 'This time is free as we write, and is not reserved. If it has gone when you choose it, its page shows the nearest that are free.'
        : 'These times are free as we write, and are not reserved. If one has gone when you choose it, its page shows the nearest that are free.',
    ),
    { kind: 'link', label: 'See every free time', href: others, quiet: true },
  ];
};

function subjectOf({ booked, kind, times }: OfferEmail): string {
  const call = CALL_NAMES[kind];
  if (times.length === 1) {
    return booked ? `Another time for your ${call}` : `A time for a ${call}`;
  }
  return booked
    ? `Other times for your ${call}: please choose one`
    : `Times for a ${call}: please choose one`;
}

/** To the enquirer: times to choose from, first come, and what stays as it is until they do. */
export const offerEmail = (offer: OfferEmail): EmailWords => ({
  subject: subjectOf(offer),
  preview: `${offer.times.length === 1 ? 'A time to choose' : `${offer.times.length} times to choose from`}. Your reference is ${offer.reference}.`,
  blocks: [
    ...opening(offer),
    ...added(offer),
    ...toChoose(offer),
    theLine(offer.phoneOfLine, offer.hours),
    heading('Your reference'),
    { kind: 'reference', text: offer.reference },
    ...theLink(offer, { quiet: true }),
  ],
  letter: letterTo(offer.name, offer.phoneOfLine),
});
