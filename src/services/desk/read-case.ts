import type { Transaction } from '#data/client.ts';
import { findEnquiry, type RecordedEnquiry } from '#data/enquiry-repository.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { CaseStatus, WaitsBecause } from '#domain/cases/case-status.ts';
import type { PersonActDone } from '#domain/cases/person-act.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import type { Case } from '../cases/case.ts';
import { NEXT_CALL, STATUS } from '../cases/case-status-service.ts';
import { NOT_ARRIVED } from '../notifications/delivery-reports.ts';
import { type ActDone, actsOf } from './case-actions.ts';

/** Everything there is about a case. */
export interface CaseFile {
  case: Case;
  status: CaseStatus;
  /** Since when and why it waits, if it does at this moment or will once a call has passed. */
  waits: { since: number; because: WaitsBecause } | undefined;
  /** The call that says who it is from, where there is no enquiry. */
  contactCallId: string | undefined;
  lastContactAt: Date;
  enquiry: RecordedEnquiry | undefined;
  bookings: readonly Booking[];
  acts: readonly ActDone[];
  personActs: readonly PersonActDone[];
  mail: readonly CaseMail[];
}

interface MailRow {
  kind: string;
  audience: CaseMail['audience'];
  created_at: Date;
  attempts: number;
  sent_at: Date | null;
  failed_at: Date | null;
  failure: string | null;
  delivered_at: Date | null;
  returned_at: Date | null;
}

const reported = (types: string) =>
  `(SELECT min(reported_at) FROM delivery_reports r WHERE r.provider_id = m.provider_id AND r.type IN ${types})`;

const MAIL = `SELECT kind, audience, created_at, attempts, sent_at, failed_at, failure,
    ${reported(`('email.delivered')`)} AS delivered_at, ${reported(NOT_ARRIVED)} AS returned_at
  FROM messages m WHERE case_id = $1 ORDER BY place`;

const fromRow = (row: MailRow): CaseMail => ({
  kind: row.kind,
  audience: row.audience,
  at: row.created_at.getTime(),
  attempts: row.attempts,
  sentAt: row.sent_at?.getTime(),
  deliveredAt: row.delivered_at?.getTime(),
  returnedAt: row.returned_at?.getTime(),
  failedAt: row.failed_at?.getTime(),
  failure: row.failure ?? undefined,
});

interface StatusRow {
  status: CaseStatus;
  waiting_since: Date | null;
  waits_because: WaitsBecause | null;
  contact_booking_id: string | null;
  last_contact_at: Date;
}

async function statusOf(app: App, tx: Transaction, id: string) {
  const [row] = await tx.query<StatusRow>(
    `SELECT ${STATUS} AS status, c.waiting_since, c.waits_because, c.contact_booking_id, c.last_contact_at
     FROM cases c ${NEXT_CALL} WHERE c.id = $2`,
    [app.now(), id],
  );
  return row;
}

const waitsOf = ({ waiting_since, waits_because }: StatusRow): CaseFile['waits'] =>
  waiting_since && waits_because
    ? { since: waiting_since.getTime(), because: waits_because }
    : undefined;

/** Everything there is about a case; undefined when it was erased meanwhile. */
export async function readCase(app: App, found: Case): Promise<CaseFile | undefined> {
  const tx = app.database;
  const row = await statusOf(app, tx, found.id);
  if (!row) return undefined;
  return {
    case: found,
    status: row.status,
    waits: waitsOf(row),
    contactCallId: row.contact_booking_id ?? undefined,
    lastContactAt: row.last_contact_at,
    enquiry: await findEnquiry(tx, found.id),
    bookings: await bookingsOfCase(tx, found.id),
    acts: await actsOf(tx, found.id),
    personActs: await personActsOf(tx, found.id),
    mail: (await tx.query<MailRow>(MAIL, [found.id])).map(fromRow),
  };
}
