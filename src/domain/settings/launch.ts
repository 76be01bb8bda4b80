import * as z from 'zod';

const confirmed = (about: string) =>
  z.iso.date('Write the date it was done, such as 2026-12-01.').optional().describe(about);

/**
 * What only a person can find out before the site goes live, each with the date it was found to be so.
 * docs/launch.md says how each is done. What is left out has not been done.
 */
export const LaunchSchema = z.strictObject({
  'invitation-in-gmail': confirmed('An invitation came, moved and went again in Gmail.'),
  'invitation-in-outlook': confirmed('An invitation came, moved and went again in Outlook.'),
  'invitation-in-apple-mail': confirmed('An invitation came, moved and went again in Apple Mail.'),
  'sender-domain': confirmed('The sender’s domain passes SPF, DKIM and DMARC.'),
  webhook: confirmed('A delivery report came back from the mail service.'),
  'staff-mailbox': confirmed(
    'Someone reads the staff addresses and the sender’s, each working day.',
  ),
  'desk-sign-in': confirmed('Each person on the staff list has signed in to the desk.'),
  'staff-calendar': confirmed('Staff have chosen between invitations and the feed.'),
  closures: confirmed(
    'The dates the line is closed in the coming year are set, or there are none.',
  ),
  regions: confirmed('Netlify shows functions and database where the privacy page says.'),
  previews: confirmed(
    'Deploy previews, which hold copies of the data, are shown to the team alone.',
  ),
  'backup-restored': confirmed('A backup has been restored, as docs/backup-and-restore.md says.'),
  monitor: confirmed('Something outside watches /api/health, and tells a person.'),
  'lawful-basis': confirmed('Someone has weighed legitimate interests and written it down.'),
  processors: confirmed('Netlify’s and Resend’s data processing terms are accepted and kept.'),
  'record-of-processing': confirmed('A record of processing is written, and kept up to date.'),
  'complaints-read': confirmed('Someone answers complaints about data within the law’s times.'),
  'data-protection-fee': confirmed('The data protection fee is paid, or found not to be due.'),
  'no-vat-number': confirmed(
    'The service is not registered for VAT, so there is no number to show.',
  ),
  'no-compulsory-insurance': confirmed(
    'Nothing makes the service hold professional liability insurance, so there is none to state.',
  ),
  'no-regulated-profession': confirmed('The service practises no regulated profession.'),
});

export type Launch = z.infer<typeof LaunchSchema>;
