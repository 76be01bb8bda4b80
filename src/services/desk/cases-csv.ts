import {
  type CallTold,
  type CaseTold,
  countListed,
  findIds,
  findTold,
  type YearOfCases,
  yearsListed,
} from '#data/case-csv-repository.ts';
import { CALL_NAMES } from '#domain/booking/booking.ts';
import { STATUS_WORDS } from '#domain/cases/case-status.ts';
import type { CasesQuery } from '#domain/desk/cases-query.ts';
import { BYTE_ORDER_MARK, type CsvValue, csvLine } from '#domain/desk/csv.ts';
import { answerForStaff } from '#domain/enquiry/answers.ts';
import { listedPhone } from '#domain/phone.ts';
import { soughtIn } from '#domain/search/query.ts';
import { isoInstant } from '#domain/time/iso.ts';
import type { App } from '../app.ts';

/** How many cases are read at once, so that a long file needs no more memory than a short one. */
const BATCH = 500;

/** London's wall clock, as spreadsheets read it. */
const clock = (at: Date) => isoInstant(at.getTime()).slice(0, 16).replace('T', ' ');

const callTold = ({ kind, startsAt, state }: CallTold) =>
  `${CALL_NAMES[kind]} ${clock(new Date(startsAt))}${state ? ` (${state})` : ''}`;

const interestsOf = ({ interests }: CaseTold) =>
  interests ? answerForStaff('interests', interests) : undefined;

/** Each column: what stands above it, and what of a case stands in it. */
const COLUMNS: readonly (readonly [head: string, value: (row: CaseTold) => CsvValue | null])[] = [
  ['Reference', (row) => row.reference],
  ['Status', (row) => STATUS_WORDS[row.status]],
  ['First contact', (row) => ({ ours: clock(row.createdAt) })],
  ['Last contact', (row) => ({ ours: clock(row.lastContactAt) })],
  ['Organisation', (row) => row.organisation],
  ['Name', (row) => row.name],
  ['Role', (row) => row.role],
  ['Email', (row) => row.email],
  ['Phone', (row) => row.phone && listedPhone(row.phone)],
  ['Postal address', (row) => row.postalAddress],
  ['Interested in', interestsOf],
  ['People', (row) => row.people],
  ['Rhythm', (row) => row.rhythm],
  ['Sessions in a year', (row) => row.sessions],
  ['Would like to start', (row) => row.when],
  ['Would like us to know', (row) => row.message],
  ['Would like to talk about', (row) => row.topics],
  ['Calls', (row) => row.calls && { ours: row.calls.map(callTold).join('; ') }],
  ['Last outcome', (row) => row.outcome],
  ['Last outcome at', (row) => row.outcomeAt && { ours: clock(row.outcomeAt) }],
  ['Follow up on', (row) => row.followUpAt && { ours: clock(row.followUpAt).slice(0, 10) }],
  ['Who sees to it', (row) => row.owner],
  ['Complaint', (row) => row.complaint],
  [
    'Complaint came on',
    (row) => row.complainedAt && { ours: clock(row.complainedAt).slice(0, 10) },
  ],
  ['On hold', (row) => (row.onHold ? 'yes' : null)],
];

const lineOf = (row: CaseTold) => csvLine(COLUMNS.map(([, value]) => value(row) ?? undefined));

type Asked = Pick<CasesQuery, 'filter' | 'q' | 'owner'>;

const listing = (now: Date, { filter, q, owner }: Asked) => ({
  filter,
  owner,
  now,
  sought: q === '' ? undefined : soughtIn(q),
});

/** The host ends an answer that it passes on as it comes at 20 MB, and says nothing: no file is to come near that. */
const MOST_BYTES = 15_000_000;

/** So few cases are always one file, however much each of them wrote. */
const ALWAYS_ONE = 300;

/** What a download would hold; where that is too much for one file, the years it is to be taken by. */
export interface Download {
  cases: number;
  years: readonly Pick<YearOfCases, 'year' | 'cases'>[];
}

export async function readDownload(app: App, asked: Asked): Promise<Download> {
  const listed = listing(app.now(), asked);
  const count = await countListed(app.database, listed);
  if (count <= ALWAYS_ONE) return { cases: count, years: [] };
  const years = await yearsListed(app.database, listed);
  const bytes = years.reduce((sum, year) => sum + year.bytes, 0);
  return { cases: count, years: bytes > MOST_BYTES ? years : [] };
}

/** The cases asked for as the text of a CSV file, last in touch first: their ids at once, themselves a batch at a time. */
async function* csvOf(app: App, asked: Asked, year?: number): AsyncGenerator<string> {
  const now = app.now();
  const ids = await findIds(app.database, listing(now, asked), year);
  yield BYTE_ORDER_MARK + csvLine(COLUMNS.map(([head]) => head));
  for (let from = 0; from < ids.length; from += BATCH) {
    const rows = await findTold(app.database, ids.slice(from, from + BATCH), now);
    yield rows.map(lineOf).join('');
  }
}

/** The cases asked for, of one year or of all, as the bytes of a CSV file, read as fast as they are taken. */
export function csvStream(app: App, asked: Asked, year?: number) {
  const parts = csvOf(app, asked, year);
  const encoder = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
