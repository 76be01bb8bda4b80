import { actsOf } from '#data/case-act-repository.ts';
import { mailOfCase } from '#data/case-mail-repository.ts';
import { type CaseNow, findCaseNow } from '#data/case-status-repository.ts';
import type { Transaction } from '#data/client.ts';
import { type ComplaintKept, findComplaint } from '#data/complaint-repository.ts';
import { findEnquiry, type RecordedEnquiry } from '#data/enquiry-repository.ts';
import { findHold } from '#data/hold-repository.ts';
import { findPerson } from '#data/join-repository.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { PersonActDone } from '#domain/cases/person-act.ts';
import type { ActDone } from '#domain/desk/acts.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { Hold } from '#domain/desk/hold.ts';
import type { App } from '../app.ts';
import type { Booking } from '../bookings/booking.ts';
import { bookingsOfCase } from '../bookings/booking-records.ts';
import { type Case, findCase } from '../cases/case.ts';
import { joinedWith } from './joins.ts';
import { casesLike, type SamePerson } from './same-person.ts';

/** Who a case is from, as far as they said. */
export async function readPerson(app: App, { id, reference }: Pick<Case, 'id' | 'reference'>) {
  return (await findPerson(app.database, id)) ?? { reference };
}

/** Whether a case is closed at this moment. */
export const isClosed = async (
  app: App,
  { id }: Pick<Case, 'id'>,
  tx: Transaction = app.database,
): Promise<boolean> => (await findCaseNow(tx, id, app.now()))?.closed === true;

/** Everything there is about a case. */
export interface CaseFile extends CaseNow {
  case: Case;
  enquiry: RecordedEnquiry | undefined;
  /** What makes it a complaint, if it is one, and the hold it is on. */
  complaint: ComplaintKept | undefined;
  hold: Hold | undefined;
  bookings: readonly Booking[];
  acts: readonly ActDone[];
  personActs: readonly PersonActDone[];
  mail: readonly CaseMail[];
}

/** Everything there is about a case; undefined when it was erased meanwhile. */
export async function readCase(app: App, found: Case): Promise<CaseFile | undefined> {
  const tx = app.database;
  const now = await findCaseNow(tx, found.id, app.now());
  if (!now) return undefined;
  return {
    case: found,
    ...now,
    enquiry: await findEnquiry(tx, found.id),
    complaint: await findComplaint(tx, found.id),
    hold: await findHold(tx, found.id),
    bookings: await bookingsOfCase(tx, found.id),
    acts: await actsOf(tx, found.id),
    personActs: await personActsOf(tx, found.id),
    mail: await mailOfCase(tx, found.id),
  };
}

/** A case that may be, or is, of the same person as another: it shares nothing with it where staff joined it for another reason. */
export type CaseBeside = SamePerson;

/** The cases beside one: those that staff joined with it, with everything there is about each, and others that may be the same person’s. */
export interface CasesBeside {
  joined: readonly (CaseBeside & { file: CaseFile | undefined })[];
  others: readonly CaseBeside[];
}

/** More are joined by mistake rather than for one person; their happenings are not gone through. */
const MOST_JOINED = 10;

/** The cases beside one: joined with it, or with an address or a number of it. */
export async function readBeside(app: App, file: CaseFile): Promise<CasesBeside> {
  const given = [...(file.enquiry ? [file.enquiry.enquiry] : []), ...file.bookings];
  const alike = await casesLike(app, file.case.id, given);
  const shared = new Map(alike.map((one) => [one.id, one]));
  const joined: (CaseBeside & { file: CaseFile | undefined })[] = [];
  for (const [at, one] of (await joinedWith(app, file.case)).entries()) {
    const found = at < MOST_JOINED && (await findCase(app.database, one.id));
    const { sameEmail = false, samePhone = false } = shared.get(one.id) ?? {};
    const about = found ? await readCase(app, found) : undefined;
    joined.push({ ...one, sameEmail, samePhone, file: about });
  }
  const known = new Set(joined.map(({ id }) => id));
  return { joined, others: alike.filter(({ id }) => !known.has(id)) };
}
