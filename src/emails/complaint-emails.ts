import { nameFirst } from '#domain/cases/contact-person.ts';
import { COMPLAINT_ABOUT, type Complaint } from '#domain/complaints/complaint.ts';
import { afterUs, ICO } from '#domain/complaints/words.ts';
import { dayInWords } from '#domain/time/words.ts';
import { atTheDesk, heading, lead, letterTo, paragraph, theLine } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** What every email about a complaint needs to know. `site` is the site's address, with no slash after it. */
export interface ComplaintEmail {
  reference: string;
  /** They sent nothing: we wrote down what they told us. */
  byHand?: boolean | undefined;
  complaint: Complaint;
  /** The number of the line, and its hours as "Monday to Friday, 9am to 6pm". */
  phone: string;
  hours: string;
  site: string;
}

/** For those staff get besides: until when it is to be answered, and today, both as London days; and whether it came again in other words. */
interface ComplaintDue {
  due: number;
  today: number;
  isCorrection: boolean;
}

const elsewhere = (
  { complaint: { about } }: ComplaintEmail,
  { ended = false }: { ended?: boolean | undefined } = {},
): EmailBlock[] => {
  const words = afterUs(about, ended);
  if (words === undefined) return [];
  return [
    paragraph(words),
    { kind: 'link', label: 'Complain to the ICO', href: ICO.address, quiet: true },
  ];
};

const yourReference = ({ reference }: ComplaintEmail): EmailBlock[] => [
  heading('Your reference'),
  { kind: 'reference', text: reference },
];

const theirPage = ({
  link,
  byHand,
}: {
  link: string;
  byHand?: boolean | undefined;
}): EmailBlock[] => [
  paragraph(
    `Your own page shows what ${byHand ? 'we wrote down for you' : 'you sent us'}. Anyone who has this link can see it, and ${byHand ? 'erase' : 'withdraw'} it, so pass it on with care.`,
  ),
  { kind: 'link', label: 'Your own page', href: link },
];

/** To the person who complains: we have it, the reference, when it came and what happens `next`, and where else to turn. */
export const complaintAcknowledgement = (
  about: ComplaintEmail & { link: string; next: string },
): EmailWords => ({
  subject: `We have your complaint: ${about.reference}`,
  preview: `Your reference is ${about.reference}.`,
  blocks: [
    lead('We have your complaint. Thank you for telling us.'),
    ...yourReference(about),
    heading('What happens next'),
    paragraph(about.next),
    ...elsewhere(about),
    theLine(about.phone, about.hours),
    ...theirPage(about),
  ],
  letter: letterTo(about.complaint.name, about.phone),
});

/** What staff wrote to the person, each paragraph by itself. */
const written = (words: string): EmailBlock[] =>
  words
    .split(/\n{2,}/)
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map(paragraph);

const answerTo = (
  about: ComplaintEmail & { words: string },
  {
    subject,
    preview,
    first,
    ended,
  }: { subject: string; preview: string; first: string; ended?: true },
): EmailWords => ({
  subject: `Your complaint ${about.reference}: ${subject}`,
  preview,
  blocks: [
    lead(first),
    ...written(about.words),
    ...yourReference(about),
    ...elsewhere(about, { ended }),
    theLine(about.phone, about.hours),
  ],
  letter: letterTo(about.complaint.name, about.phone),
});

/** To the person who complained: how far we have got, in the words of staff. */
export const complaintProgressEmail = (about: ComplaintEmail & { words: string }): EmailWords =>
  answerTo(about, {
    subject: 'how far we have got',
    preview: 'We are still looking into it.',
    first: 'We are looking into your complaint. This is how far we have got.',
  });

/** To the person who complained: the outcome, in the words of staff, and where else to turn. */
export const complaintOutcomeEmail = (about: ComplaintEmail & { words: string }): EmailWords =>
  answerTo(about, {
    subject: 'the outcome',
    preview: 'We have looked into your complaint.',
    first: 'We have looked into your complaint. This is the outcome.',
    ended: true,
  });

const rows = ({ reference, complaint }: ComplaintEmail): EmailBlock => ({
  kind: 'answers',
  rows: [
    ['Name', complaint.name],
    ...(complaint.email === undefined ? [] : [['Email', complaint.email] as const]),
    ...(complaint.phone === undefined ? [] : [['Phone', complaint.phone] as const]),
    ['About', COMPLAINT_ABOUT[complaint.about]],
    ['Reference', reference],
  ],
});

const answerBy = ({ due, today }: ComplaintDue) =>
  paragraph(
    `Tell them the outcome, or how far it has got, by ${dayInWords(due, today)}. Read it at the desk: what they wrote stands there alone.`,
  );

/**
 * To staff: someone complains, or sent their complaint again in other words. Who, how to reach them, about what, until
 * when; what they wrote stands at the desk alone.
 */
export const complaintNotice = (about: ComplaintEmail & ComplaintDue): EmailWords => {
  const { reference, complaint, isCorrection } = about;
  const { name } = complaint;
  return {
    subject: `Complaint ${reference}${isCorrection ? ' corrected' : ''}: ${nameFirst(complaint)}`,
    preview: `About: ${COMPLAINT_ABOUT[complaint.about].toLowerCase()}`,
    blocks: [
      lead(
        isCorrection
          ? `${name} has corrected complaint ${reference}.`
          : `${name} has sent a complaint.`,
      ),
      answerBy(about),
      rows(about),
      atTheDesk(about),
    ],
  };
};
