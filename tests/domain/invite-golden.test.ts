import { describe, expect, test } from 'vitest';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { writeEntry, writeFeed, writeInvite } from '#domain/invite/calendar.ts';
import { FeedSchema } from '#domain/invite/feed.ts';
import { lintInvite } from '#domain/invite/lint.ts';
import { textFaults } from '#domain/invite/lint-text.ts';
import { organizerFrom } from '#domain/invite/organizer.ts';
import { firstVersion, nextVersion, type Version } from '#domain/invite/version.ts';
import { expectGolden } from '../support/golden.ts';
import { HEADERS, makeInvitation } from '../support/make-invitation.ts';
import { readEvents, readInvite } from '../support/read-calendar.ts';

const MAIL_FROM = 'Reflective Practice Groups <groups@example.org>';
const HALF_HOUR = 30 * 60_000;

const DATES = {
  gmt: {
    booked: Date.UTC(2026, 0, 5, 9, 30, 15, 120),
    start: Date.UTC(2026, 0, 12, 10),
    moved: Date.UTC(2026, 0, 14, 15, 30),
    says: 'Monday 12 January 2026, 10am to 10:30am, UK time (GMT).',
    saysMoved: 'Wednesday 14 January 2026, 3:30pm to 4pm, UK time (GMT).',
  },
  bst: {
    booked: Date.UTC(2026, 5, 8, 8, 15, 40, 999),
    start: Date.UTC(2026, 5, 15, 9),
    moved: Date.UTC(2026, 5, 17, 14, 30),
    says: 'Monday 15 June 2026, 10am to 10:30am, UK time (BST).',
    saysMoved: 'Wednesday 17 June 2026, 3:30pm to 4pm, UK time (BST).',
  },
};

const PEOPLE = {
  attendee: {
    attendee: { email: 'a.person@cyngor.example.org', name: 'Á. Përsön, 例 “Tŷ” 🌿' },
    summary: 'Discovery call: Reflective Practice Groups',
    after:
      '\n\nWe will ring you on 01632 960 001.\nTo move or cancel: https://example.org/your-call/k3y_AbC-dEf/',
    url: 'https://example.org/your-call/k3y_AbC-dEf/',
    class: 'PRIVATE',
    cancelled: 'This call is cancelled. We will not ring you.\n\nIt was booked for ',
  },
  staff: {
    attendee: { email: 'staff@example.org', name: 'Reflective Practice Groups' },
    summary: 'Discovery call: Á. Përsön, Cyngor Sir Enghraifft; reference 7KQW2MXP',
    after:
      '\n\nRing 01632 960 001.\nTopic: “Gofal plant” – groups for carers\\practitioners; 10, 12?',
    url: null,
    class: 'PUBLIC',
    cancelled: 'This call is cancelled. Do not ring.\n\nIt was booked for ',
  },
} as const;

const CASES = Object.entries(DATES).flatMap(([season, date]) =>
  Object.entries(PEOPLE).map(([audience, person]) => ({ season, date, audience, person })),
);

const journey = ({ date, person }: (typeof CASES)[number]) => {
  const first = firstVersion(date.booked);
  const second = nextVersion(first, date.booked + 400);
  const third = nextVersion(second, date.booked + 86_400_000);
  const call = (version: Version, method: 'REQUEST' | 'CANCEL', start: number, when: string) =>
    makeInvitation({
      ...version,
      method,
      start,
      end: start + HALF_HOUR,
      organizer: organizerFrom(MAIL_FROM),
      attendee: person.attendee,
      summary: method === 'CANCEL' ? `Cancelled: ${person.summary}` : person.summary,
      description: method === 'CANCEL' ? person.cancelled + when : when + person.after,
      url: person.url,
      class: person.class,
    });
  return {
    first: call(first, 'REQUEST', date.start, date.says),
    reschedule: call(second, 'REQUEST', date.moved, date.saysMoved),
    cancel: call(third, 'CANCEL', date.moved, date.saysMoved),
  };
};

describe.each(CASES)('an invitation in $season for $audience', (example) => {
  test.each(Object.entries(journey(example)))('%s', (step, invitation) => {
    const text = writeInvite(invitation);
    const { contentType } = inviteAttachment(invitation);
    const envelope = {
      from: MAIL_FROM,
      to: invitation.attendee.email,
      contentType,
      headers: HEADERS,
    };

    expectGolden(`${example.season}-${example.audience}-${step}.ics`, text);
    expect(lintInvite(text, invitation, envelope)).toEqual([]);
    expect(readEvents(text)).toMatchObject([
      {
        start: invitation.start,
        end: invitation.end,
        attendee: `mailto:${invitation.attendee.email}`,
        attendeeName: invitation.attendee.name,
        summary: invitation.summary,
        description: invitation.description,
        url: invitation.url,
      },
    ]);
  });

  test('an entry that invites nobody says the same, without an attendee', () => {
    const { first } = journey(example);
    const { properties, ...event } = readInvite(writeEntry(first));
    expect(event).toMatchObject({ method: 'PUBLISH', attendee: null, status: 'CONFIRMED' });
    const invited = readInvite(writeInvite(first)).properties;
    expect(properties).toEqual(invited.filter((name) => name !== 'attendee'));
    if (example.audience === 'attendee') {
      expectGolden(`${example.season}-entry.ics`, writeEntry(first));
    }
  });

  test('each telling is strictly later than the one before', () => {
    const { first, reschedule, cancel } = journey(example);
    expect([first.sequence, reschedule.sequence, cancel.sequence]).toEqual([0, 1, 2]);
    expect(first.stamp).toBeLessThan(reschedule.stamp);
    expect(reschedule.stamp).toBeLessThan(cancel.stamp);
    expect(cancel.created).toBe(first.created);
  });
});

const feedEvent = (start: number, booking: string, cancelled = false) => {
  const {
    method: _method,
    attendee: _attendee,
    ...event
  } = makeInvitation({
    uid: `${booking}@example.org`,
    start,
    end: start + HALF_HOUR,
    summary: 'Callback: Á. Përsön, Cyngor Sir Enghraifft',
    url: 'https://example.org/desk/cases/7KQW2MXP/',
    class: 'PUBLIC',
  });
  return { ...event, cancelled };
};

const later = feedEvent(Date.UTC(2026, 5, 15, 9), '00000000-0000-4000-8000-000000000001');
const sooner = feedEvent(Date.UTC(2026, 0, 12, 10), '00000000-0000-4000-8000-000000000002');
const off = feedEvent(Date.UTC(2026, 0, 13, 10), '00000000-0000-4000-8000-000000000003', true);
const feed = (events: (typeof later)[]) =>
  writeFeed(
    FeedSchema.parse({
      name: 'Calls; ours,\r\nX-EVIL:yes',
      organizer: organizerFrom(MAIL_FROM),
      refreshMinutes: 30,
      events,
    }),
  );

describe('the staff feed', () => {
  test('is the same text whatever order the calls come in', () => {
    const text = feed([later, sooner, off]);
    expectGolden('staff-feed.ics', text);
    expect(text).toBe(feed([off, sooner, later]));
    expect(textFaults(text)).toEqual([]);
  });

  test('is for publishing: no attendee, each call stamped with its own last change', () => {
    const text = feed([{ ...later, stamp: later.stamp + 5000 }, sooner]);
    expect(text).toContain('\r\nMETHOD:PUBLISH\r\n');
    expect(text).toContain('\r\nX-WR-CALNAME:Calls\\; ours\\, X-EVIL:yes\r\n');
    expect(text).toContain('\r\nREFRESH-INTERVAL;VALUE=DURATION:PT30M\r\n');
    expect(readEvents(text)).toMatchObject([
      { uid: sooner.uid, start: sooner.start, stamp: sooner.stamp, attendee: null },
      { uid: later.uid, start: later.start, stamp: later.stamp + 5000, attendee: null },
    ]);
  });

  test('without a call holds a journal entry, which calendars show on no day', () => {
    const text = feed([]);
    expectGolden('staff-feed-empty.ics', text);
    expect(textFaults(text)).toEqual([]);
    expect(readEvents(text)).toEqual([]);
    expect(text).toContain('\r\nBEGIN:VJOURNAL\r\n');
    expect(text).not.toContain('BEGIN:VEVENT');
  });

  test('keeps a cancelled call as cancelled, in nobody’s way', () => {
    const text = feed([off]);
    expect(readEvents(text)).toMatchObject([{ uid: off.uid, status: 'CANCELLED' }]);
    expect(text).toContain('\r\nTRANSP:TRANSPARENT\r\n');
  });

  test('refuses a call that ends before it starts', () => {
    expect(() => feed([{ ...later, end: later.start }])).toThrow('must end after it starts');
  });
});

test.each([
  ['service@example.org', { email: 'service@example.org' }],
  ['A Service <service@example.org>', { email: 'service@example.org', name: 'A Service ' }],
  ['<service@example.org>', { email: 'service@example.org', name: '' }],
])('mail from %s is organized by that address', (mailbox, organizer) => {
  expect(organizerFrom(mailbox)).toEqual(organizer);
  expect(makeInvitation({ organizer }).organizer.email).toBe('service@example.org');
});
