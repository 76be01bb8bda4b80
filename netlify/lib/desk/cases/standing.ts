import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';

/*
 * What a case waits for, as SQL about a case `c` at the instant $1. Every list of the desk reads it here,
 * so that a case cannot wait on one page and be answered on another.
 */

const listOf = (test: (meaning: (typeof OUTCOMES)[keyof typeof OUTCOMES]) => boolean) =>
  `(${OUTCOME_NAMES.filter((name) => test(OUTCOMES[name]))
    .map((name) => `'${name}'`)
    .join(', ')})`;

/** A call is to come, or under way. */
const CALL_TO_COME =
  'EXISTS (SELECT FROM bookings b WHERE b.case_id = c.id AND b.during IS NOT NULL AND b.ends_at > $1)';

/** When they last turned to us: with their enquiry, or in a call that took place; NULL for neither. */
export const ASKED_AT = `greatest(
  (SELECT e.created_at FROM enquiries e WHERE e.case_id = c.id),
  (SELECT max(b.starts_at) FROM bookings b WHERE b.case_id = c.id AND b.during IS NOT NULL AND b.ends_at <= $1))`;

/** When staff were last in touch or offered times; NULL for never. Trying and not reaching them does not count. */
const ANSWERED_AT = `(SELECT max(a.at) FROM case_acts a WHERE a.case_id = c.id
  AND (a.act = 'times offered' OR a.outcome IN ${listOf(({ inTouch }) => inTouch)}))`;

const LAST_OUTCOME_CLOSES = `coalesce((SELECT a.outcome IN ${listOf(({ closes }) => closes)} FROM case_acts a
  WHERE a.case_id = c.id AND a.act = 'outcome' ORDER BY a.at DESC, a.id DESC LIMIT 1), false)`;

/** They turned to us and nobody has answered, or a call took place and nobody has said what came of it. */
export const WAITS = `(c.quarantined_at IS NULL AND NOT ${CALL_TO_COME}
  AND ${ASKED_AT} > coalesce(${ANSWERED_AT}, '-infinity'))`;

/** What a case waits for, in one word: see `Standing`. */
export const STANDING = `CASE
  WHEN c.quarantined_at IS NOT NULL THEN 'quarantine'
  WHEN ${CALL_TO_COME} THEN 'call'
  WHEN ${WAITS} THEN 'waiting'
  WHEN ${LAST_OUTCOME_CLOSES} THEN 'closed'
  ELSE 'quiet' END`;
