import { counted } from '#domain/count-words.ts';
import { UNUSUAL_PATH } from '#domain/desk/paths.ts';
import type { HourCounted } from '#domain/limits/unusual-hour.ts';
import { lead, paragraph } from './blocks.ts';
import type { EmailWords } from './email-words.ts';

/** To staff, once for each unusual hour: how much came in, and where to see and undo it. It names nobody and opens nothing. */
export const unusualHourEmail = ({
  cases,
  emailsWithheld,
  site,
}: HourCounted & { site: string }): EmailWords => ({
  subject: `An unusual hour: ${counted(cases, 'new case')}`,
  preview: 'See what came in, and undo it if it was a flood.',
  blocks: [
    lead(
      `${counted(cases, 'new case has', 'new cases have')} come in within an hour, and ${counted(emailsWithheld, 'email was', 'emails were')} not sent because an address had had too many.`,
    ),
    paragraph(
      'It may be a busy hour, or someone may be filling the site. At the desk you can see everything that came in, and undo it at once: it goes to quarantine, the times are given up, and nobody gets an email.',
    ),
    { kind: 'link', label: 'See the unusual hour', href: site + UNUSUAL_PATH },
    paragraph(
      'You get one email like this however much comes in, and another at the earliest in an hour.',
    ),
  ],
});
