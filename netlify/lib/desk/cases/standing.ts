import { OUTCOME_NAMES, OUTCOMES } from '#domain/desk/outcomes.ts';

/*
 * What a case waits for, as SQL about a case `c` at the instant $1. Every list of the desk reads it here,
 * so that a case cannot wait on one page and be answered on another.
 */

const listOf = (test: (meaning: (typeof OUTCOMES)[keyof typeof OUTCOMES]) => boolean) =>
  `(${OUTCOME_NAMES.filter((name) => test(OUTCOMES[name]))
    .map((name) => `'${name}'`)
    .join(', ')})`;

/**
 * What is joined to a case `c` to know how it stands: `wrote`, its enquiry; `held`, the start of its last
 * call that took place and of the next, or the one under way; `acted`, when staff were last in touch or
 * offered times (trying and not reaching them does not count), and the last outcome. Each NULL for never.
 */
export const STANDS = `LEFT JOIN enquiries wrote ON wrote.case_id = c.id
  LEFT JOIN LATERAL (
    SELECT max(starts_at) FILTER (WHERE ends_at <= $1) AS took_at,
      min(starts_at) FILTER (WHERE ends_at > $1) AS next_at
    FROM bookings WHERE bookings.case_id = c.id AND during IS NOT NULL
  ) held ON true
  LEFT JOIN LATERAL (
    SELECT max(at) FILTER (WHERE act = 'times offered' OR outcome IN ${listOf(({ inTouch }) => inTouch)}) AS answered_at,
      (array_agg(outcome ORDER BY at DESC, id DESC) FILTER (WHERE act = 'outcome'))[1] AS outcome
    FROM case_acts WHERE case_acts.case_id = c.id
  ) acted ON true`;

/** When they last turned to us: with their enquiry, or in a call that took place; NULL for neither. Needs STANDS. */
export const ASKED_AT = 'greatest(wrote.created_at, held.took_at)';

/** They turned to us and nobody has answered, or a call took place and nobody has said what came of it. Needs STANDS. */
export const WAITS = `(c.quarantined_at IS NULL AND held.next_at IS NULL
  AND ${ASKED_AT} > coalesce(acted.answered_at, '-infinity'))`;

/** What a case waits for, in one word: see `Standing`. Needs STANDS. */
export const STANDING = `CASE
  WHEN c.quarantined_at IS NOT NULL THEN 'quarantine'
  WHEN held.next_at IS NOT NULL THEN 'call'
  WHEN ${WAITS} THEN 'waiting'
  WHEN acted.outcome IN ${listOf(({ closes }) => closes)} THEN 'closed'
  ELSE 'quiet' END`;
