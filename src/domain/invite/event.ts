import * as z from 'zod';
import { displayName, manyLines, oneLine } from './clean-text.ts';
import { UID_PATTERN } from './uid.ts';
import { wholeSecond } from './version.ts';

const LATEST = Date.UTC(9999, 11, 31);

const InstantSchema = z.int().min(0).max(LATEST);
const StampSchema = InstantSchema.transform(wholeSecond);
const said = (clean: (text: string) => string) =>
  z.string().transform(clean).pipe(z.string().min(1));

/** A web address, written so that it holds no character iCalendar would escape inside TEXT. */
const WebAddressSchema = z
  .url({ protocol: /^https?$/ })
  .transform((url) =>
    new URL(url).href.replace(/[,;\\]/g, (character) => encodeURIComponent(character)),
  );

/** Someone an invitation names. Without a name that can be shown, the address stands for it. */
export const PersonSchema = z
  .strictObject({
    email: z.email({ pattern: z.regexes.html5Email }).max(254),
    name: z.string().optional(),
  })
  .transform(({ email, name }) => ({ email, name: displayName(name ?? '') || email }));

/** What every event states, in an invitation and in the feed. Instants are epoch milliseconds. */
export const eventFields = {
  uid: z.string().max(255).regex(UID_PATTERN),
  created: StampSchema,
  stamp: StampSchema.describe('When this telling of the event was made.'),
  start: InstantSchema.multipleOf(1000),
  end: InstantSchema.multipleOf(1000),
  organizer: PersonSchema,
  summary: said(oneLine),
  description: said(manyLines),
  location: said(oneLine).describe('The phone number, as text.'),
  url: WebAddressSchema.nullable().describe(
    'The page of this one call; in the staff feed that of its case at the desk.',
  ),
  class: z.enum(['PUBLIC', 'PRIVATE']).describe('PRIVATE in the calendar of an enquirer.'),
};

/** The order instants must stand in; returns what is wrong, or undefined. */
export const misordered = (event: Record<'created' | 'stamp' | 'start' | 'end', number>) => {
  if (event.end <= event.start) return 'An event must end after it starts.';
  if (event.stamp < event.created) return 'An event cannot change before it was created.';
  return undefined;
};
