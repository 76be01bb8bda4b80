import { letterTo, theLine } from './blocks.ts';
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

/** To an enquirer who has asked for their link: the link of every enquiry from that address. */
export const linkAgain = ({ cases, phoneOfLine, hours }: LinkAgainEmail): EmailWords => ({
  subject: `${cases.length === 1 ? 'The link' : 'The links'} to ${whatIsThere(cases)}`,
  preview: cases.map(({ reference }) => reference).join(', '),
  blocks: [
    {
      kind: 'paragraph',
      text: `Someone has asked on our site for the link to ${whatIsThere(cases)} ${cases.some(({ byHand }) => byHand) ? 'with' : 'from'} this address. If it was not you, there is nothing you need to do: the link has come to you alone.`,
    },
    toOpen(cases),
    {
      kind: 'paragraph',
      text: 'Anyone who has a link can see, correct or erase what it leads to, so pass it on with care.',
    },
    theLine(phoneOfLine, hours),
  ],
  letter: letterTo(undefined, phoneOfLine),
});
