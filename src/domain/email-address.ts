import * as z from 'zod';
import { cleanLine } from './clean.ts';
import { FIELDS } from './fields.ts';
import { lengthFault } from './text.ts';

const MISSING = 'Enter your email address';
const REMEDY = 'Enter an email address in the correct format, like name@example.org';
const LOCAL_REMEDY =
  'Enter an email address whose part before the @ has no spaces, accents or brackets, like name@example.org';

/** The longest part before the @ that mail carries (RFC 5321, 4.5.3.1.1). */
const MOST_LOCAL = 64;

/** What browsers take before the @ (HTML, "valid email address"). */
const LOCAL = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+$/;

/** What they take after it, with a dot: nobody's address here is on a name without one. */
const DOMAIN =
  /^[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+$/;

/** Letters of every script, their joiners, and the dots of East Asia, as a domain may be written. */
const WRITTEN_DOMAIN = /^[\p{L}\p{M}\p{N}\p{Join_Control}.\u3002\uFF0E\uFF61-]+$/u;

/** A domain as the network has it (IDNA): "bücher.example" is "xn--bcher-kva.example". Nothing for what is none. */
function domainOf(written: string): string | undefined {
  if (DOMAIN.test(written)) return written;
  if (!WRITTEN_DOMAIN.test(written) || !URL.canParse(`http://${written}`)) return undefined;
  const domain = new URL(`http://${written}`).hostname;
  return DOMAIN.test(domain) ? domain : undefined;
}

/** What nobody sees has no place in an address, joiners neither; a copied link begins with what opens a mail program. */
const clean = (typed: string) =>
  cleanLine(typed)
    .replace(/\p{Cf}/gu, '')
    .replace(/^mailto:/i, '');

/** An address as mail carries it, or what to change. */
function readAddress(typed: string): { address: string } | { message: string } {
  const text = clean(typed);
  const at = text.lastIndexOf('@');
  const [local, written] = [text.slice(0, at), text.slice(at + 1)];
  if (text === '') return { message: MISSING };
  const tooLong = lengthFault(text, FIELDS.email);
  if (tooLong !== undefined) return { message: tooLong };
  const domain = at < 1 ? undefined : domainOf(written);
  if (domain === undefined) return { message: REMEDY };
  if (local.length > MOST_LOCAL) {
    const message = `Enter an email address with ${MOST_LOCAL} characters or fewer before the @. This has ${local.length}.`;
    return { message };
  }
  if (!LOCAL.test(local)) return { message: LOCAL_REMEDY };
  const address = `${local}@${domain}`;
  const message = lengthFault(address, FIELDS.email);
  return message === undefined ? { address } : { message };
}

/**
 * An email address as browsers take one, with a dot in its domain, cleaned; a domain in other letters is kept as the
 * network has it, which is what mail, invitations and browsers themselves send.
 */
export const EmailSchema = z.string({ error: MISSING }).transform((typed, context) => {
  const read = readAddress(typed);
  if ('address' in read) return read.address;
  context.addIssue({ code: 'custom', message: read.message });
  return z.NEVER;
});

/** Whether an address that was sent links is given up for another or none: it may have been a stranger’s. */
export const hasLeft = (before: string | undefined, after: string | undefined) =>
  before !== undefined && before.toLowerCase() !== after?.toLowerCase();
