import { listInWords } from '#domain/list-words.ts';
import { lead, letterTo, paragraph, theLine } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** The cases of one address, newest first, each with the link to its page. */
export interface LinkAgainEmail {
  cases: readonly { reference: string; link: string; byHand?: boolean }[];
  phoneOfLine: string;
  hours: string;
}

const toOpen = (cases: LinkAgainEmail['cases']): EmailBlock => {
  const [first, ...others] = cases.map(({ reference, link }) => ({
    label: `Open ${reference}`,
    href: link,
  }));
  return first && others.length === 0
    ? { kind: 'link', ...first }
    : { kind: 'choices', links: first ? [first, ...others] : [] };
};

/** What their links lead to: where one of the cases was written down by us, they did not send it. */
const whatIsThere = (cases: LinkAgainEmail['cases']) =>
  cases.some(({ byHand }) => byHand) ? 'what we have from you' : 'what you sent us';

const references = (cases: LinkAgainEmail['cases']) =>
  listInWords(cases.map(({ reference }) => reference));

/** To an enquirer who has asked for their link: the link of every enquiry from that address. */
export const linkAgain = ({ cases, phoneOfLine, hours }: LinkAgainEmail): EmailWords => ({
  subject: `${cases.length === 1 ? 'The link' : 'The links'} to ${whatIsThere(cases)}`,
  preview:
    cases.length === 1
      ? `Your reference is ${references(cases)}.`
      : `Your references are ${references(cases)}.`,
  blocks: [
    lead(
      cases.length === 1
        ? `Here is the link to ${whatIsThere(cases)}.`
        : `Here are the links to ${whatIsThere(cases)}.`,
    ),
    paragraph(
      `Someone has asked for ${cases.length === 1 ? 'it' : 'them'} on our site, with this email address. If it was not you, there is nothing you need to do: this email has come to you alone.`,
    ),
    toOpen(cases),
    paragraph(
      'Anyone who has a link can see, correct or erase what it leads to, so pass it on with care.',
    ),
    theLine(phoneOfLine, hours),
  ],
  letter: letterTo(undefined, phoneOfLine),
});
