/** What a mail scanner reads of an email; the content of its attachments is base64. */
interface Scanned {
  text?: string | undefined;
  html?: string | undefined;
  attachments?: readonly { content: string }[] | undefined;
}

/** A calendar with its folded lines whole (RFC 5545, 3.1), and the line breaks in its texts real. */
const unfolded = (content: string) =>
  Buffer.from(content, 'base64').toString('utf8').replaceAll('\r\n ', '').replaceAll('\\n', '\n');

const everything = ({ text = '', html = '', attachments = [] }: Scanned) => [
  text,
  html.replaceAll('&amp;', '&'),
  ...attachments.map(({ content }) => unfolded(content)),
];

/** Every address at `site` that any of the emails holds, in words, markup or calendar, each once. */
export const linksIn = (emails: readonly Scanned[], site: string): string[] => [
  ...new Set(
    emails
      .flatMap(everything)
      .flatMap((said) => said.match(/https?:\/\/[^\s"'<>\\]+/g) ?? [])
      .filter((link) => new URL(link).origin === site),
  ),
];

/** The kinds of address among links: their paths, a key in them written as an ellipsis. */
export const kindsOf = (links: readonly string[]): string[] =>
  [...new Set(links.map((link) => new URL(link).pathname.replaceAll(/[\w-]{43}/g, '…')))].sort();

/** The kinds of address that emails may hold. */
export const KINDS_OF_LINK: readonly string[] = [
  '/api/bookings/…/invite.ics',
  '/plan/',
  '/your-enquiry/…/',
  '/your-enquiry/…/bookings/…/cancel/',
  '/your-enquiry/…/bookings/…/reschedule/',
];
