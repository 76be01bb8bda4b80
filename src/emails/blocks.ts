import { deskCasePath } from '#domain/desk/paths.ts';
import { greeting } from '#domain/greeting.ts';
import type { EmailBlock, EmailWords, LineBlock } from './email-words.ts';

/** What a mail is about, in the sentence it begins with. */
export const lead = (text: string): EmailBlock => ({ kind: 'lead', text });

export const paragraph = (text: string): EmailBlock => ({ kind: 'paragraph', text });

/** Once the links of a case were ended, because an email address of it was corrected. */
export const LINKS_ENDED = 'Links we sent before no longer work.';

export const heading = (text: string): EmailBlock => ({ kind: 'heading', text });

/** A letter to someone whose name may be known, signed with the number of the line. */
export const letterTo = (
  name: string | undefined,
  phone: string,
): NonNullable<EmailWords['letter']> => ({
  greeting: greeting(name),
  phone,
});

/** The line, as every email to an enquirer ends. */
export const theLine = (phone: string, hours: string): EmailBlock => ({
  kind: 'line',
  phone,
  hours,
});

/** The line in words: its number, its hours, the days ahead on which it is closed, and the way in for people who cannot use a voice call. */
export const lineInWords = ({ phone, hours, closed }: Omit<LineBlock, 'kind'>): string =>
  `If you would rather talk, ring ${phone}, ${hours} (UK time). ${closed ? `${closed}. ` : ''}Through Relay UK, dial 18001 before the number.`;

const isLine = (block: EmailBlock) => block.kind === 'line';

/** Whether an email says when we can be rung. */
export const saysTheLine = ({ blocks }: EmailWords): boolean => blocks.some(isLine);

/** An email that names, beside the hours, the whole days ahead on which the line is closed. */
export const namingClosed = (words: EmailWords, closed: string): EmailWords =>
  closed === ''
    ? words
    : {
        ...words,
        blocks: words.blocks.map((block) => (isLine(block) ? { ...block, closed } : block)),
      };

/** For staff, the case's page at the desk: it opens nothing without signing in, so anyone who is sent it on gets nothing by it. */
export const atTheDesk = ({
  site,
  reference,
}: {
  site: string;
  reference: string;
}): EmailBlock => ({
  kind: 'link',
  label: `Open ${reference} at the desk`,
  href: site + deskCasePath(reference),
});

/**
 * The enquirer's own page, and what anyone who holds its address can do; `byHand`: they sent nothing, and we wrote it
 * down. Never for staff.
 */
export const theLink = (
  { link, byHand }: { link: string; byHand?: boolean | undefined },
  { quiet }: { quiet?: true } = {},
): EmailBlock[] => [
  {
    kind: 'paragraph',
    text: `You can see, correct or erase what ${byHand ? 'we wrote down for you' : 'you sent us'} on your own page. Anyone who has this link can do the same, so pass it on with care.`,
  },
  { kind: 'link', label: 'Your own page', href: link, ...(quiet && { quiet }) },
];
