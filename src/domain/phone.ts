import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import * as z from 'zod';
import { cleanLine } from './clean.ts';
import { FIELDS } from './fields.ts';
import { lengthFault } from './text.ts';

/** A telephone number as networks have it: E.164, and the extension behind it, if it has one. */
export interface Telephone {
  /** "+441632960001". */
  number: string;
  extension: string | undefined;
  /** In groups, with its country: "+44 1632 960001". */
  international: string;
}

/** What people write before a number. */
const LABEL = /^(?:tel|telephone|phone|ph|mob|mobile|cell|work|home|[tmp])\b[\s.:]*/i;

/** Marks between digits that the library does not know: middle dots, bars, underscores, apostrophes. */
const OTHER_SEPARATORS = /[\u00B7\u2022\u2027\u30FB|_'\u2019:]/g;

/** The most digits an extension has. */
const MOST_EXTENSION = 15;

/** A number as the library reads it: without what is drawn round it, and with its plus sign first. */
const plain = (written: string) =>
  written
    .replace(/[\p{Cf}\p{M}]/gu, '')
    .replace(LABEL, '')
    .replace(OTHER_SEPARATORS, ' ')
    .replace(/^[\s([]+(?=[+\uFF0B])/, '')
    .replace(/^([+\uFF0B])\s*00/, '$1')
    .trim();

/**
 * The library calls British numbers possible that were cut short: where too few digits follow it keeps the nought in
 * front ("01632 96"), and of seven digits there are few ("0800 1111"). Nobody could be rung on the others.
 */
const isCutShort = (read: PhoneNumber) =>
  read.countryCallingCode === '44' &&
  (read.nationalNumber.startsWith('0') || (read.nationalNumber.length < 9 && !read.isValid()));

function possible(text: string) {
  const read = parsePhoneNumberFromString(text, { defaultCountry: 'GB', extract: false });
  return read?.isPossible() && !isCutShort(read) ? read : undefined;
}

/** The number that somebody wrote, of the United Kingdom unless it says another country; nothing when it cannot be one. */
export function readTelephone(written: string): Telephone | undefined {
  const text = plain(cleanLine(written));
  if (text.length > FIELDS.phone.most) return undefined;
  const read = possible(text);
  // A row of noughts is read with one fewer each time: it is nobody's number.
  if (!read || possible(read.number)?.number !== read.number) return undefined;
  const extension = read.ext === '' ? undefined : read.ext;
  if ((extension?.length ?? 0) > MOST_EXTENSION) return undefined;
  read.ext = '';
  return { number: read.number, extension, international: read.formatInternational() };
}

const uriPart = ({ number, extension }: Telephone) =>
  extension === undefined ? number : `${number};ext=${extension}`;

/** A number in the one way that tells whether two are the same: "+441632960001;ext=12" (RFC 3966, 3). */
export function canonicalPhone(written: string): string | undefined {
  const read = readTelephone(written);
  return read && uriPart(read);
}

/**
 * The address that dials a number as somebody wrote it: "tel:+441632960001;ext=12" (RFC 3966, 3). One that was taken
 * before numbers were read dials its digits.
 */
export const callerUri = (written: string): string =>
  `tel:${canonicalPhone(written) ?? written.replace(/[^\d+]/g, '')}`;

/** A number for a list that people read and dial from: "+44 1632 960001 ext 12"; as written when it cannot be read. */
export function listedPhone(written: string): string {
  const read = readTelephone(written);
  if (!read) return written;
  const groups = read.international.replace(/[^\d+]+/g, ' ');
  return read.extension === undefined ? groups : `${groups} ext ${read.extension}`;
}

const MISSING = 'Enter your phone number';
const REMEDY =
  'Enter a phone number in the correct format, like 07700 900123, +44 1632 960001 or 020 7946 0000 ext 12';

const faultOf = (text: string) =>
  lengthFault(text, FIELDS.phone) ?? (readTelephone(text) ? undefined : REMEDY);

/** A phone number as a person writes it: kept as written, cleaned, and taken when it can be one. */
export const PhoneSchema = z.string({ error: MISSING }).transform((typed, context) => {
  const text = cleanLine(typed);
  const message = text === '' ? MISSING : faultOf(text);
  if (message === undefined) return text;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
});
