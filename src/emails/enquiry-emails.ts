import { NUMBER_GIVEN } from '#domain/booking/words.ts';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { enquiryStateWords } from '#domain/cases/state-words.ts';
import { answersForStaff } from '#domain/enquiry/answers.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import { planOf } from '#domain/enquiry/plan-of.ts';
import { atTheDesk, LINKS_ENDED, lead, letterTo, paragraph, theLine, theLink } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/**
 * What every email about an enquiry needs to know. `hours` reads "Monday to Friday, 9am to 6pm";
 * `site` is the site's address, with no slash after it.
 */
export interface EnquiryEmail {
  reference: string;
  enquiry: Enquiry;
  phone: string;
  hours: string;
  site: string;
  /** They sent nothing: we wrote down what they told us. */
  byHand?: boolean | undefined;
  /** Emails to staff repeat what was written (settings: staff-notices). */
  wordsInMail?: boolean | undefined;
}

/** The plan an enquiry carries, as a link to the planner; nothing when it carries none. */
function toThePlan({ enquiry, site }: EnquiryEmail): EmailBlock[] {
  const plan = planOf(enquiry);
  return plan
    ? [{ kind: 'link', label: 'See your plan', href: site + plan.path, quiet: true }]
    : [];
}

/** The same for staff: its numbers stand among the answers. */
function thePlan({ enquiry, site }: EnquiryEmail): EmailBlock[] {
  const plan = planOf(enquiry);
  return plan
    ? [
        {
          kind: 'link',
          label: 'See their plan in the planner',
          href: site + plan.path,
          quiet: true,
        },
      ]
    : [];
}

/** What is said of an enquiry that is saved, in an email: it carries nothing that was typed (docs/api.md). */
const savedWords = ({ byHand, enquiry }: EnquiryEmail) =>
  enquiryStateWords('enquiry-saved', {
    email: 'this address',
    phone: enquiry.phone && NUMBER_GIVEN,
    byHand,
    quarantineDays: 0,
  });

/**
 * To the enquirer: their reference, what happens next, their link, the line. Anyone may have typed this address, so
 * what was sent stands on their own page alone.
 */
export const acknowledgement = (about: EnquiryEmail & { link: string }): EmailWords => ({
  subject: about.byHand
    ? `We have what you told us: ${about.reference}`
    : `We have your enquiry: ${about.reference}`,
  preview: `Your reference is ${about.reference}.`,
  blocks: [
    {
      kind: 'lead',
      text: savedWords(about).happened,
    },
    { kind: 'heading', text: 'Your reference' },
    { kind: 'reference', text: about.reference },
    { kind: 'heading', text: 'What happens next' },
    {
      kind: 'paragraph',
      text: savedWords(about).next,
    },
    theLine(about.phone, about.hours),
    ...theLink(about),
    ...toThePlan(about),
  ],
  letter: letterTo(about.enquiry.name, about.phone),
});

/** To the enquirer at an address they have just given in place of another. */
export const newAddress = (about: EnquiryEmail & { link: string }): EmailWords => ({
  subject: `Your enquiry ${about.reference} now uses this address`,
  preview: 'We will write to you here from now on.',
  blocks: [
    lead(
      `The email address for enquiry ${about.reference} has been changed to this one. We will write to you here from now on.`,
    ),
    paragraph(`${LINKS_ENDED} Keep this one.`),
    ...theLink(about),
    theLine(about.phone, about.hours),
  ],
  letter: letterTo(about.enquiry.name, about.phone),
});

/** Who an enquiry comes from: an organisation or, where there is none, the person. */
const whose = ({ enquiry: { organisation, name } }: EnquiryEmail) => organisation ?? name;

/** How staff answer: by reply, or by telephone where there is no address to reply to. */
const toAnswer = ({ enquiry: { name, email, phone } }: EnquiryEmail): EmailBlock =>
  paragraph(
    email === undefined
      ? `Ring ${phone}. ${name} gave no email address.`
      : `Reply to this email to answer ${name}.`,
  );

/** What they wrote in words of their own stands at the desk alone, unless settings have it in mail too. */
function toldOf({ enquiry, wordsInMail = false }: EnquiryEmail): Enquiry {
  if (wordsInMail) return enquiry;
  const { message: _message, when: _when, ...told } = enquiry;
  return told;
}

/** That there is more to read than the email says. */
const readAtTheDesk = ({ enquiry, byHand, wordsInMail = false }: EnquiryEmail): EmailBlock[] =>
  !wordsInMail && (enquiry.message ?? enquiry.when) !== undefined
    ? [
        paragraph(
          byHand ? 'What we wrote down stands at the desk.' : 'What they wrote stands at the desk.',
        ),
      ]
    : [];

const staffAnswers = (about: EnquiryEmail): EmailBlock => ({
  kind: 'answers',
  rows: [...answersForStaff(toldOf(about)), ['Reference', about.reference]],
});

/** To staff: a new enquiry. A reply goes to the enquirer who gave an email address; it carries no key, so quoting it gives nothing away. */
export const enquiryNotice = (about: EnquiryEmail): EmailWords => ({
  subject: `New enquiry ${about.reference}: ${whose(about)}`,
  preview: nameFirst(about.enquiry),
  blocks: [
    {
      kind: 'lead',
      text: `${whose(about)} has sent an enquiry.`,
    },
    toAnswer(about),
    staffAnswers(about),
    ...thePlan(about),
    ...readAtTheDesk(about),
    atTheDesk(about),
  ],
});

/** To staff: an enquirer has corrected what they sent. */
export const correctionNotice = (about: EnquiryEmail): EmailWords => ({
  subject: `Enquiry ${about.reference} corrected: ${whose(about)}`,
  preview: nameFirst(about.enquiry),
  blocks: [
    {
      kind: 'lead',
      text: `${whose(about)} has corrected enquiry ${about.reference}. The desk says what has changed.`,
    },
    toAnswer(about),
    staffAnswers(about),
    ...thePlan(about),
    ...readAtTheDesk(about),
    atTheDesk(about),
  ],
});
