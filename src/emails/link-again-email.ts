import { letterTo, theLine } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** The cases of one address, newest first, each with the link to its page. */
export interface LinkAgainEmail {
  cases: readonly { reference: string; link: string }[];
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

/** To an enquirer who has asked for their link: the link of every enquiry from that address. */
export const linkAgain = ({ cases, phoneOfLine, hours }: LinkAgainEmail): EmailWords => ({
  subject: cases.length === 1 ? 'The link to what you sent us' : 'The links to what you sent us',
  preview: cases.map(({ reference }) => reference).join(', '),
  blocks: [
    {
      kind: 'paragraph',
      text: 'Someone has asked on our site for the link to what you sent us from this address. If it was not you, there is nothing you need to do: the link has come to you alone.',
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
