import * as z from 'zod';

const MOST_LETTERS = 2000;

/** Names that are only ever known inside a network. */
const INSIDE =
  /(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|arpa|test|invalid|onion)$/;

const isAddressOfNumbers = (host: string) => host.startsWith('[') || /^[\d.]+$/.test(host);

/** A host as the public knows it: a name with a dot, and not one of a network’s own. */
const isPublicName = (host: string) =>
  host.includes('.') && !isAddressOfNumbers(host) && !INSIDE.test(host.replace(/\.$/, ''));

/** What is wrong with an address, in a sentence; undefined when nothing is. */
function faultOf(url: URL): string | undefined {
  if (url.protocol !== 'https:') {
    return 'Use an address that begins with https:// or webcal://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'Use an address without a name and password in it.';
  }
  if (url.port !== '') return 'Use an address without a port.';
  return isPublicName(url.hostname) ? undefined : 'Use an address on the public internet.';
}

/** Apple writes webcal://, which is https:// to be opened in a calendar. */
const asHttps = (typed: string) => typed.replace(/^webcals?:\/\//i, 'https://');

/** The secret address of a calendar as it is read: https, under a public name, without a fragment. */
export const CalendarAddressSchema = z
  .string('Paste the secret address of your calendar.')
  .trim()
  .min(1, 'Paste the secret address of your calendar.')
  .max(MOST_LETTERS, `Use an address of up to ${MOST_LETTERS} characters.`)
  .transform((typed, context) => {
    const url = URL.parse(asHttps(typed));
    const message = url ? faultOf(url) : 'Paste the whole address, from https:// on.';
    if (url && message === undefined) {
      url.hash = '';
      return url.href;
    }
    context.issues.push({ code: 'custom', message: message ?? '', input: typed });
    return z.NEVER;
  });
