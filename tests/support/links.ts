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

/** What kind of address it is: its path, a key in it written as an ellipsis. */
export const kindOf = (link: string) =>
  new URL(link).pathname
    .replaceAll(/[\w-]{43}/g, '…')
    .replace(/^\/desk\/cases\/[A-Z2-9]{8}\//, '/desk/cases/REFERENCE/');

/** The kinds of address among links. */
export const kindsOf = (links: readonly string[]): string[] =>
  [...new Set(links.map(kindOf))].sort();

/** The kinds of address that mail to staff may hold: none opens anything for anyone who is not signed in, but the link that signs in. */
export const STAFF_KINDS_OF_LINK: readonly string[] = [
  '/desk/',
  '/desk/cases/REFERENCE/',
  '/desk/sign-in/…/',
  '/plan/',
];

/** The kinds of address that emails may hold. */
export const KINDS_OF_LINK: readonly string[] = [
  '/api/bookings/…/invite.ics',
  '/desk/',
  '/desk/cases/REFERENCE/',
  '/desk/sign-in/…/',
  '/plan/',
  '/your-call/…/',
  '/your-enquiry/…/',
  '/your-enquiry/…/bookings/…/cancel/',
  '/your-enquiry/…/bookings/…/reschedule/',
  '/your-enquiry/…/callback/',
  '/your-enquiry/…/discovery-call/',
];
