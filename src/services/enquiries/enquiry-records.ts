import type { Transaction } from '#data/client.ts';
import type { Enquiry } from '#domain/enquiry/enquiry.ts';
import type { App } from '../app.ts';

interface EnquiryRow {
  organisation: string;
  name: string;
  role: string | null;
  email: string;
  phone: string | null;
  interests: Enquiry['interests'];
  people: number | null;
  rhythm: NonNullable<Enquiry['rhythm']> | null;
  sessions: number | null;
  when: string | null;
  message: string | null;
  created_at: Date;
  corrected_at: Date | null;
}

/** An enquiry as it stands, when it was sent, and when it was last corrected. */
export interface RecordedEnquiry {
  enquiry: Enquiry;
  createdAt: Date;
  correctedAt: Date | undefined;
}

const valuesOf = (enquiry: Enquiry) => [
  enquiry.organisation,
  enquiry.name,
  enquiry.role ?? null,
  enquiry.email,
  enquiry.phone ?? null,
  enquiry.interests,
  enquiry.people ?? null,
  enquiry.rhythm ?? null,
  enquiry.sessions ?? null,
  enquiry.when ?? null,
  enquiry.message ?? null,
];

const COLUMNS =
  'organisation, name, role, email, phone, interests, people, rhythm, sessions, starting, message';

/** The columns kept beside it for search. */
const SEARCHED = 'phone_number, folded';

/** Their values. Reading telephones takes a while to load: only what writes one waits for it. */
const searchedOf = async ({ organisation, name, role, email, phone, when, message }: Enquiry) => {
  const { searchable } = await import('#domain/search/searchable.ts');
  const texts = [organisation, name, role, email, when, message];
  const { phoneNumber, folded } = searchable(texts, phone);
  return [phoneNumber ?? null, folded];
};

/** Writes a new enquiry into its case. */
export const insertEnquiry = async (app: App, tx: Transaction, caseId: string, enquiry: Enquiry) =>
  tx.query(
    `INSERT INTO enquiries (id, case_id, created_at, ${COLUMNS}, ${SEARCHED})
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [app.uuid(), caseId, app.now(), ...valuesOf(enquiry), ...(await searchedOf(enquiry))],
  );

/** Writes what an enquirer corrected over what stood there. */
export const correctEnquiry = async (app: App, tx: Transaction, caseId: string, enquiry: Enquiry) =>
  tx.query(
    `UPDATE enquiries SET corrected_at = $2, (${COLUMNS}, ${SEARCHED}) =
       ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) WHERE case_id = $1`,
    [caseId, app.now(), ...valuesOf(enquiry), ...(await searchedOf(enquiry))],
  );

/** Writes an enquiry that nobody was told of yet over what stood there: no correction, since it was never sent. */
export const writeEnquiry = (tx: Transaction, caseId: string, enquiry: Enquiry) =>
  tx.query(
    `UPDATE enquiries SET (${COLUMNS}) = ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) WHERE case_id = $1`,
    [caseId, ...valuesOf(enquiry)],
  );

/** The enquiry of a case, if it has one. */
export async function findEnquiry(
  tx: Transaction,
  caseId: string,
): Promise<RecordedEnquiry | undefined> {
  const [row] = await tx.query<EnquiryRow>(
    `SELECT ${COLUMNS.replace('starting', 'starting AS "when"')}, created_at, corrected_at FROM enquiries WHERE case_id = $1`,
    [caseId],
  );
  if (!row) return undefined;
  const { created_at, corrected_at, ...fields } = row;
  const given = Object.entries(fields).filter(([, value]) => value !== null);
  return {
    enquiry: Object.fromEntries(given) as unknown as Enquiry,
    createdAt: created_at,
    correctedAt: corrected_at ?? undefined,
  };
}
