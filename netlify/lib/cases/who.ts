/** The person of a case `c`, as its enquiry `e` has them, or else its first call `b`. */
export const PERSON = `LEFT JOIN enquiries e ON e.case_id = c.id
  LEFT JOIN LATERAL (
    SELECT * FROM bookings WHERE bookings.case_id = c.id AND bookings.quarantined_at IS NULL
    ORDER BY during IS NULL, starts_at LIMIT 1
  ) b ON true`;

/** What a list says of the person of a case, as columns of PERSON. */
export const PERSON_COLUMNS =
  'c.reference, coalesce(e.name, b.name) AS name, coalesce(e.organisation, b.organisation) AS organisation';

/** Who a row is about. */
export interface CallerRow {
  reference: string;
  name: string | null;
  organisation: string | null;
}

/** Who a row is about, in the domain's words: it leaves out what the database keeps as NULL. */
export const callerOf = ({ reference, name, organisation }: CallerRow) => ({
  reference,
  name: name ?? undefined,
  organisation: organisation ?? undefined,
});
