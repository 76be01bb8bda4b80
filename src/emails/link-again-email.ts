import { CALL_NAMES } from '#domain/booking/booking.ts';
import { counted } from '#domain/count-words.ts';
import { listInWords } from '#domain/list-words.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { wallClockAt } from '#domain/time/london.ts';
import { dayInWords } from '#domain/time/words.ts';
import { lead, letterTo, paragraph, theLine } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

/** A case as its link is told from others: by what it is, and nothing that was typed. */
interface LinkedCase {
  reference: string;
  link: string;
  byHand?: boolean;
  isComplaint: boolean;
  enquired: boolean;
  /** Its calls, by their start in milliseconds. */
  calls: readonly { kind: CallKind; start: number; cancelled: boolean }[];
}

/** The cases of one address, newest first, each with the link to its page. `now` is when it is written. */
export interface LinkAgainEmail {
  cases: readonly LinkedCase[];
  now: number;
  phoneOfLine: string;
  hours: string;
}

/** The calls of a case: those not cancelled or, where there is nothing else to call it by, the last that was. */
function callsOf({ calls, enquired }: LinkedCase, now: number): string[] {
  const kept = calls.filter(({ cancelled }) => !cancelled);
  const named = kept.length > 0 || enquired ? kept : calls.slice(-1);
  if (named.length > 1) return [counted(named.length, 'call')];
  return named.map(
    ({ kind, start, cancelled }) =>
      `${cancelled ? 'cancelled ' : ''}${CALL_NAMES[kind]} on ${dayInWords(wallClockAt(start).day, wallClockAt(now).day)}`,
  );
}

function whatItIs(one: LinkedCase, now: number): string {
  if (one.isComplaint) return 'Your complaint';
  const parts = [...(one.enquired ? ['enquiry'] : []), ...callsOf(one, now)];
  return parts.length === 0 ? 'Your own page' : `Your ${listInWords(parts)}`;
}

const toOpen = (cases: LinkAgainEmail['cases'], now: number): EmailBlock => {
  const [first, ...others] = cases.map((one) => ({
    label: `${whatItIs(one, now)} (${one.reference})`,
    href: one.link,
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
export const linkAgain = ({ cases, now, phoneOfLine, hours }: LinkAgainEmail): EmailWords => ({
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
    toOpen(cases, now),
    paragraph(
      'Anyone who has a link can see, correct or erase what it leads to, so pass it on with care.',
    ),
    theLine(phoneOfLine, hours),
  ],
  letter: letterTo(undefined, phoneOfLine),
});
