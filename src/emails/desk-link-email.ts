import { lead, letterTo, paragraph, theLine } from './blocks.ts';
import type { EmailWords } from './email-words.ts';

/** What the email with their link needs to know; `hours` reads "Monday to Friday, 9am to 6pm". */
export interface DeskLinkEmail {
  reference: string;
  name: string | undefined;
  link: string;
  phoneOfLine: string;
  hours: string;
  siteName: string;
  /** They enquired; else they booked a call and no more. */
  enquired: boolean;
}

/** To a person who is to have the link to their own page from us: no word of what we wrote down is in it. */
export const deskLinkEmail = ({
  reference,
  name,
  link,
  phoneOfLine,
  hours,
  siteName,
  enquired,
}: DeskLinkEmail): EmailWords => ({
  subject: enquired ? `Your enquiry to ${siteName}` : `Your call with ${siteName}`,
  preview: `Your reference is ${reference}.`,
  blocks: [
    lead('Thank you for getting in touch with us.'),
    paragraph(
      `Your reference is ${reference}. On your own page you can read what we have from you, correct it, book a call, or have it erased. Anyone who has this link can do the same, so pass it on with care.`,
    ),
    { kind: 'link', label: 'Your own page', href: link },
    theLine(phoneOfLine, hours),
  ],
  letter: letterTo(name, phoneOfLine),
});
