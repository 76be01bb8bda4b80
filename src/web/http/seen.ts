import type { Fields } from './request-body.ts';

/** The field by which a form says how the thing it changes was when it was shown, so that nobody writes over another's change unseen. */
export const SEEN_FIELD = 'seen';

/** A form's fields without what only says what was seen. */
export const withoutSeen = ({ [SEEN_FIELD]: _seen, ...fields }: Fields): Fields => fields;

/** What a form says was seen; a post that says nothing is judged by how things are. */
export const seenIn = ({ [SEEN_FIELD]: seen }: Fields): string | undefined =>
  typeof seen === 'string' && seen !== '' ? seen : undefined;

/** The instant that a form says was seen, in milliseconds; what is none is no time at which anything stands. */
export const instantSeenIn = (fields: Fields): number | undefined => {
  const seen = seenIn(fields);
  return seen === undefined ? undefined : Date.parse(seen);
};
