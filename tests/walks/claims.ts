import { expect } from 'vitest';
import { callInWords } from '#domain/time/instant-words.ts';
import type { Email } from '../../netlify/dev/mailbox/email.ts';
import type { TestApp } from '../support/app.ts';
import type { PageRead } from '../support/read-page.ts';

/** A call as the database holds it; `taken` when it has its time. */
interface CallRow {
  reference: string;
  kind: string;
  starts_at: Date;
  ends_at: Date;
  taken: boolean;
  cancelled_at: Date | null;
  quarantined_at: Date | null;
  blocked: boolean;
}

/** An enquiry as the database holds it. */
interface EnquiryRow {
  reference: string;
  quarantined_at: Date | null;
}

/** What the database holds, as far as anything is claimed of it. */
export interface Truth {
  calls: CallRow[];
  enquiries: EnquiryRow[];
  now: number;
}

const CALLS = `SELECT c.reference, b.kind, b.starts_at, b.ends_at, b.during IS NOT NULL AS taken, b.cancelled_at,
    b.quarantined_at, EXISTS (SELECT FROM narrowings n
      WHERE (b.starts_at AT TIME ZONE 'Europe/London')::date BETWEEN n.first_day AND n.last_day) AS blocked
  FROM bookings b JOIN cases c ON c.id = b.case_id`;

const ENQUIRIES = `SELECT c.reference, c.quarantined_at FROM enquiries e JOIN cases c ON c.id = e.case_id`;

/** Reads what the database holds now. */
export async function truthOf({ app }: TestApp): Promise<Truth> {
  return {
    calls: await app.database.query<CallRow>(CALLS),
    enquiries: await app.database.query<EnquiryRow>(ENQUIRIES),
    now: app.now().getTime(),
  };
}

const timeOf = ({ starts_at, ends_at }: CallRow, now: number) =>
  callInWords({ start: starts_at.getTime(), end: ends_at.getTime() }, now);

const textOf = ({ $ }: PageRead) => $('main').text().replace(/\s+/g, ' ');

/** What must be in the database for each state that a page claims of a call, found by its time in words. */
const CALL_CLAIMS: Readonly<Record<string, (call: CallRow, now: number) => boolean>> = {
  'call-booked': ({ taken, starts_at, blocked }, now) => taken && !blocked && +starts_at > now,
  'call-moved': ({ taken, starts_at, blocked }, now) => taken && !blocked && +starts_at > now,
  'call-cannot-take-place': ({ taken, blocked }) => taken && blocked,
  'call-under-way': ({ taken, starts_at, ends_at }, now) =>
    taken && +starts_at <= now && +ends_at > now,
  'call-past': ({ taken, ends_at }, now) => taken && +ends_at <= now,
  'call-cancelled': ({ cancelled_at }) => cancelled_at !== null,
  'call-held': ({ quarantined_at }) => quarantined_at !== null,
};

const references = (text: string): string[] => text.match(/\b[2-9A-HJ-NP-Z]{8}\b/g) ?? [];

/** Expects of every state that a page of the person's claims that the database holds it. */
export function expectPageTrue(page: PageRead, truth: Truth): void {
  const { $ } = page;
  const text = textOf(page);
  for (const element of $('[data-state]').toArray()) {
    const state = $(element).attr('data-state') ?? '';
    const said = $(element).text().replace(/\s+/g, ' ');
    const holds = CALL_CLAIMS[state];
    if (!holds) continue;
    const named = (words: string) =>
      truth.calls.filter((call) => words.includes(timeOf(call, truth.now)));
    // What stands below a call's name leaves its time to what is said first.
    const inIt = named(said);
    const fits =
      inIt.length > 0 ? inIt : named($(`[data-state="${state}"]`).text().replace(/\s+/g, ' '));
    expect(
      fits.some((call) => holds(call, truth.now)),
      `${state}: ${said}`,
    ).toBe(true);
  }
  if (/We have your enquiry/.test(text)) {
    const mine = truth.enquiries.filter(({ reference }) => references(text).includes(reference));
    expect(
      mine.some(({ quarantined_at }) => quarantined_at === null),
      text,
    ).toBe(true);
  }
  if ($('[data-state="held"]').length > 0) {
    expect(text).not.toMatch(/We have|is booked|has been sent|Your reference/);
  }
}

const DAY_AND_TIME =
  /[A-Z][a-z]+day \d{1,2} [A-Z][a-z]+(?: \d{4})?, [\d:a-z]+ to [\d:a-z]+, UK time/g;

/** Expects of a mail that was just written to the person that what it claims is in the database. */
export function expectMailTrue({ subject, text = '' }: Email, truth: Truth): void {
  const mine = references(text);
  const calls = truth.calls.filter(({ reference }) => mine.includes(reference));
  const [time] = text.match(DAY_AND_TIME) ?? [];
  const atThatTime = calls.filter((call) => timeOf(call, truth.now) === time);
  if (/ is booked: | has moved: |^Reminder /.test(subject)) {
    expect(
      atThatTime.some(({ taken }) => taken),
      subject,
    ).toBe(true);
  }
  if (/^Reminder /.test(subject)) {
    expect(
      atThatTime.some(({ taken, blocked }) => taken && !blocked),
      subject,
    ).toBe(true);
  }
  if (/ is cancelled: |had to cancel/.test(subject)) {
    expect(
      calls.some(({ cancelled_at }) => cancelled_at !== null),
      subject,
    ).toBe(true);
  }
  if (/^We have your enquiry/.test(subject)) {
    const sent = truth.enquiries.filter(({ reference }) => mine.includes(reference));
    expect(
      sent.some(({ quarantined_at }) => quarantined_at === null),
      subject,
    ).toBe(true);
  }
}
