import { PERSON, PERSON_PHONE } from '#data/contact-person.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { type CaseStatus, STATUS_WORDS } from '#domain/cases/case-status.ts';
import type { CasesQuery } from '#domain/desk/cases-query.ts';
import { BYTE_ORDER_MARK, type CsvValue, csvLine } from '#domain/desk/csv.ts';
import { answersOf } from '#domain/enquiry/answers.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import { listedPhone } from '#domain/phone.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '../app.ts';
import { NEXT_CALL, STATUS } from '../cases/case-status-service.ts';
import { eachFoundBy } from './find-cases.ts';
import { narrowing } from './list-cases.ts';

/** How many cases are read at once, so that a long file needs no more memory than a short one. */
const BATCH = 500;

interface CallTold {
  kind: CallKind;
  starts_at: string;
  state: 'cancelled' | 'in quarantine' | null;
}

interface CsvRow {
  reference: string;
  status: CaseStatus;
  created_at: Date;
  last_contact_at: Date;
  name: string | null;
  organisation: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
  interests: Enquiry['interests'] | null;
  people: number | null;
  rhythm: string | null;
  sessions: number | null;
  starting: string | null;
  message: string | null;
  topics: string | null;
  calls: CallTold[] | null;
  outcome: string | null;
  outcome_at: Date | null;
}

const CALLS = `(SELECT json_agg(json_build_object('kind', kind, 'starts_at', starts_at, 'state', CASE
      WHEN cancelled_at IS NOT NULL THEN 'cancelled' WHEN quarantined_at IS NOT NULL THEN 'in quarantine' END)
    ORDER BY starts_at) FROM bookings WHERE bookings.case_id = c.id)`;

/** What was to be talked about, of each call that says. */
const TOPICS = `(SELECT string_agg(topic, '; ' ORDER BY starts_at) FROM bookings WHERE bookings.case_id = c.id)`;

const LAST_OUTCOME = `LEFT JOIN LATERAL (
    SELECT outcome, at FROM case_acts a WHERE a.case_id = c.id AND a.act = 'outcome' AND a.undone_at IS NULL
    ORDER BY a.at DESC, a.id DESC LIMIT 1
  ) noted ON true`;

const ROWS = `SELECT c.reference, ${STATUS} AS status, c.created_at, c.last_contact_at,
    coalesce(e.name, b.name) AS name, coalesce(e.organisation, b.organisation) AS organisation,
    e.role, coalesce(e.email, b.email) AS email, ${PERSON_PHONE} AS phone,
    e.interests, e.people, e.rhythm, e.sessions, e.starting, e.message,
    ${TOPICS} AS topics, ${CALLS} AS calls, noted.outcome, noted.at AS outcome_at
  FROM unnest($2::uuid[]) WITH ORDINALITY batch (id, place) JOIN cases c ON c.id = batch.id
  ${NEXT_CALL} ${PERSON} ${LAST_OUTCOME}
  ORDER BY batch.place`;

/** London's wall clock, as spreadsheets read it. */
const clock = (at: Date) => isoInstant(at.getTime()).slice(0, 16).replace('T', ' ');

const callTold = ({ kind, starts_at, state }: CallTold) =>
  `${CALL_NAMES[kind]} ${clock(new Date(starts_at))}${state ? ` (${state})` : ''}`;

const interestsOf = ({ interests }: CsvRow) =>
  interests ? answersOf({ interests } as Enquiry)[0]?.[1] : undefined;

/** Each column: what stands above it, and what of a case stands in it. */
const COLUMNS: readonly (readonly [head: string, value: (row: CsvRow) => CsvValue | null])[] = [
  ['Reference', (row) => row.reference],
  ['Status', (row) => STATUS_WORDS[row.status]],
  ['First contact', (row) => ({ ours: clock(row.created_at) })],
  ['Last contact', (row) => ({ ours: clock(row.last_contact_at) })],
  ['Organisation', (row) => row.organisation],
  ['Name', (row) => row.name],
  ['Role', (row) => row.role],
  ['Email', (row) => row.email],
  ['Phone', (row) => row.phone && listedPhone(row.phone)],
  ['Interested in', interestsOf],
  ['People', (row) => row.people],
  ['Rhythm', (row) => row.rhythm],
  ['Sessions in a year', (row) => row.sessions],
  ['Would like to start', (row) => row.starting],
  ['Would like us to know', (row) => row.message],
  ['Would like to talk about', (row) => row.topics],
  ['Calls', (row) => row.calls && { ours: row.calls.map(callTold).join('; ') }],
  ['Last outcome', (row) => row.outcome],
  ['Last outcome at', (row) => row.outcome_at && { ours: clock(row.outcome_at) }],
];

const lineOf = (row: CsvRow) => csvLine(COLUMNS.map(([, value]) => value(row) ?? undefined));

type Asked = Pick<CasesQuery, 'filter' | 'q'>;

const asWhere = (app: App, { filter, q }: Asked) =>
  narrowing(app, filter, q === '' ? undefined : eachFoundBy(q));

/** How many cases a download would hold. */
export async function countCases(app: App, asked: Asked): Promise<number> {
  const { where, values } = asWhere(app, asked);
  const [row] = await app.database.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM cases c ${NEXT_CALL} WHERE ${where}`,
    values,
  );
  return row?.n ?? 0;
}

async function idsOf(app: App, asked: Asked): Promise<string[]> {
  const { where, values } = asWhere(app, asked);
  const rows = await app.database.query<{ id: string }>(
    `SELECT c.id FROM cases c ${NEXT_CALL} WHERE ${where} ORDER BY c.last_contact_at DESC, c.id`,
    values,
  );
  return rows.map(({ id }) => id);
}

/** The cases asked for as the text of a CSV file, last in touch first: their ids at once, themselves a batch at a time. */
async function* csvOf(app: App, asked: Asked): AsyncGenerator<string> {
  const now = app.now();
  const ids = await idsOf(app, asked);
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([head]) => head));
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await app.database.query<CsvRow>(ROWS, [now, ids.slice(from, from + BATCH)]);
    yield rows.map(lineOf).join('');
  }
}

/** The cases asked for as the bytes of a CSV file, read as fast as they are taken. */
export function csvStream(app: App, asked: Asked) {
  const parts = csvOf(app, asked);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
