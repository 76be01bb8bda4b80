import { audienceOf, type MailAudience } from '#domain/cases/mail-kinds.ts';
import { mailName } from '#domain/desk/case-mail.ts';
import { atTheDesk, lead, paragraph } from './blocks.ts';
import type { EmailBlock, EmailWords } from './email-words.ts';

const DELETE_YOURS: EmailBlock = paragraph(
  'Please delete the emails you have about it, and anything copied from them.',
);

/** To staff: one of them has erased a case at the desk. */
export const erasureNotice = (reference: string): EmailWords => ({
  subject: `Case ${reference} erased at the desk`,
  preview: 'Please delete what you hold about it.',
  blocks: [
    lead(
      `Case ${reference} has been erased at the desk: the site holds nothing about it any more.`,
    ),
    DELETE_YOURS,
  ],
});

/** To staff: an enquirer has withdrawn and everything kept about them is gone. */
export const withdrawalNotice = (
  reference: string,
  { byHand = false }: { byHand?: boolean } = {},
): EmailWords => ({
  subject: byHand ? `${reference} erased by its person` : `${reference} withdrawn and erased`,
  preview: 'Please delete what you hold about it.',
  blocks: [
    lead(
      byHand
        ? `The person of ${reference} has erased what we wrote down for them, and the site holds nothing about it any more.`
        : `The enquirer has withdrawn what they sent under ${reference}, and the site has erased what it held.`,
    ),
    DELETE_YOURS,
  ],
});

/** What is left to do: a person who got no email is reached another way, and what we did not get is read at the desk. */
const TO_DO: Readonly<Record<MailAudience, string>> = {
  enquirer: 'What they sent is safe. Contact them another way.',
  staff: 'What they sent is safe: read it at the desk.',
};

const isForUs = (kind: string) => audienceOf(kind) === 'staff';

/** A message that could not be delivered; without a reference it is about nothing that is still kept. */
export interface UndeliveredMessage {
  reference: string | undefined;
  kind: string;
  reason: string;
  /** The site's address, without a slash after it. */
  site: string;
}

/** To staff: a message could not be delivered and will not be tried again. */
export const undeliveredNotice = ({
  reference,
  kind,
  reason,
  site,
}: UndeliveredMessage): EmailWords => ({
  subject: `A message was not delivered${reference ? ` (${reference})` : ''}`,
  preview: `The ${mailName(kind)} will not be tried again.`,
  blocks: [
    lead(
      `The ${mailName(kind)}${isForUs(kind) ? ', to us,' : ''}${reference ? ` for ${reference}` : ''} could not be delivered and will not be tried again.`,
    ),
    paragraph(`The reason: ${reason}.`),
    ...(reference ? [paragraph(TO_DO[audienceOf(kind)]), atTheDesk({ site, reference })] : []),
  ],
});
