import { globSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { writeFeed, writeInvite } from '#domain/invite/calendar.ts';
import { FeedSchema } from '#domain/invite/feed.ts';
import { InvitationSchema } from '#domain/invite/invitation.ts';
import { lintInvite } from '#domain/invite/lint.ts';
import { textFaults } from '#domain/invite/lint-text.ts';
import { inviteUid } from '#domain/invite/uid.ts';
import { firstVersion, nextVersion } from '#domain/invite/version.ts';
import { BOOKING, makeInvitation, makeInvitationInput } from '../support/make-invitation.ts';
import { readEvents } from '../support/read-calendar.ts';

const SECOND = 1000;
const RUNS = { numRuns: 300 };

const hostile = fc.constantFrom(
  '\r\nATTENDEE:mailto:evil@example.org',
  '\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil',
  '\n BEGIN:VALARM',
  '\u2028X-EVIL:1\u0085X-EVIL:2\u000bX-EVIL:3',
  '"; evil="',
  ':MAILTO:evil@example.org',
  "^n^^^'",
  '\\n\\\\,;',
  'مرحبا بالعالم \u202eevil\u202c',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿',
  '\ud83c',
  '\udf3f\ud83c',
  '\u0000\u0007\u007f\u009f',
  '\ufeff',
  '日本語'.repeat(40),
);

const anyText = fc
  .array(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), hostile))
  .map((pieces) => pieces.join(''));
const someText = anyText.map((text) => `.${text}`);

const anyInvitation = fc
  .record({
    method: fc.constantFrom('REQUEST' as const, 'CANCEL' as const),
    sequence: fc.integer({ min: 1, max: 10_000 }),
    start: fc.integer({ min: 0, max: 4_102_444_800 }).map((second) => second * SECOND),
    lasts: fc.integer({ min: 1, max: 7200 }).map((second) => second * SECOND),
    created: fc.integer({ min: 0, max: 4_102_444_800_000 }),
    changedAfter: fc.integer({ min: 0, max: 10_000_000 }),
    name: anyText,
    organizer: anyText,
    summary: someText,
    description: someText,
    location: someText,
    url: fc.option(fc.webUrl({ withQueryParameters: true, withFragments: true })),
  })
  .map(({ lasts, changedAfter, name, organizer, ...rest }) =>
    makeInvitation({
      ...rest,
      end: rest.start + lasts,
      stamp: rest.created + changedAfter,
      attendee: { email: 'a.person@council.example.org', name },
      organizer: { email: 'groups@example.org', name: organizer },
    }),
  );

describe('whatever people type', () => {
  test('an invitation breaks no rule, and ical.js reads back what was meant', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const text = writeInvite(invitation);
        const { contentType } = inviteAttachment(invitation);
        const envelope = { from: 'groups@example.org', to: invitation.attendee.email, contentType };
        expect(lintInvite(text, invitation, envelope)).toEqual([]);

        const [event, ...others] = readEvents(text);
        expect(others).toEqual([]);
        expect(event).toMatchObject({
          uid: invitation.uid,
          start: invitation.start,
          end: invitation.end,
          stamp: invitation.stamp,
          status: invitation.method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED',
          summary: invitation.summary,
          description: invitation.description,
          location: invitation.location,
          url: invitation.url,
          attendee: 'mailto:a.person@council.example.org',
          attendeeName: invitation.attendee.name,
          organizerName: invitation.organizer.name,
        });
        expect(event?.properties.length).toBe(invitation.url === null ? 15 : 16);
      }),
      RUNS,
    );
  });

  test('the bytes are UTF-8, in CRLF lines of 75 octets at most, and whole characters in each', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const bytes = Buffer.from(inviteAttachment(invitation).content, 'base64');
        const lines = bytes.toString('latin1').split('\r\n');
        expect(lines.at(-1)).toBe('');
        const utf8 = new TextDecoder('utf-8', { fatal: true });
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(line.length).toBeLessThanOrEqual(75);
          expect(() => utf8.decode(Buffer.from(line, 'latin1'))).not.toThrow();
        }
      }),
      RUNS,
    );
  });

  test('words with nothing unfit in them arrive as they were typed', () => {
    const fit = fc.string({
      unit: fc.constantFrom('a', 'É', '例', '🌿', ',', ';', '\\', ':', '<'),
    });
    fc.assert(
      fc.property(fit, fit, (summary, description) => {
        const typed = { summary: `A${summary}B`, description: `A${summary}\n\n${description}B` };
        expect(readEvents(writeInvite(makeInvitation(typed)))).toMatchObject([typed]);
      }),
      RUNS,
    );
  });

  test('what has been parsed parses to itself, so it can be kept and read again', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const kept: unknown = JSON.parse(JSON.stringify(invitation));
        expect(InvitationSchema.parse(kept)).toEqual(invitation);
      }),
      RUNS,
    );
  });

  test('the feed breaks no rule of text, and every call reads back', () => {
    fc.assert(
      fc.property(fc.array(anyInvitation, { maxLength: 5 }), anyText, (invitations, name) => {
        const events = invitations.map(
          ({ method: _method, attendee: _attendee, ...event }) => event,
        );
        const feed = FeedSchema.parse({ name: `.${name}`, refreshMinutes: 60, events });
        const text = writeFeed(feed);
        expect(textFaults(text)).toEqual([]);
        const starts = events.map(({ start }) => start).toSorted((a, b) => a - b);
        expect(readEvents(text).map(({ start }) => start)).toEqual(starts);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever the server’s time zone', () => {
  const { TZ } = process.env;
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });

  test.each(['America/New_York', 'Asia/Kolkata', 'Europe/London'])('%s: the same bytes', (zone) => {
    const summer = makeInvitation({
      start: Date.UTC(2026, 6, 1, 9),
      end: Date.UTC(2026, 6, 1, 10),
    });
    process.env.TZ = 'UTC';
    const inUtc = writeInvite(summer);
    process.env.TZ = zone;
    expect(new Date(summer.start).getTimezoneOffset()).not.toBe(0);
    expect(writeInvite(summer)).toBe(inUtc);
  });
});

describe('what can never become an invitation', () => {
  const refused: [string, Parameters<typeof makeInvitationInput>[0], string][] = [
    ['a UID with a line in it', { uid: 'a\r\nATTACH:x@example.org' }, 'uid'],
    ['a UID with someone’s address', { uid: 'a.person@example.org' }, 'uid'],
    ['an end before the start', { end: Date.UTC(2026, 0, 12, 9) }, 'must end after it starts'],
    ['a change before the creation', { stamp: 0 }, 'cannot change before it was created'],
    ['a cancellation of nothing sent', { method: 'CANCEL', sequence: 0 }, 'sequence'],
    ['a sequence that is no whole number', { sequence: 1.5 }, 'sequence'],
    ['an address with a line in it', { attendee: { email: 'a@example.org\r\nX:y' } }, 'email'],
    ['no summary', { summary: ' \r\n' }, 'summary'],
    ['a link that is not of the web', { url: 'javascript:alert(1)' }, 'url'],
  ];
  test.each(refused)('%s', (_, overrides, names) => {
    const result = InvitationSchema.safeParse(makeInvitationInput(overrides));
    expect(result.success).toBe(false);
    expect(JSON.stringify(result.error?.issues)).toContain(names);
  });
});

test('a UID is the booking at the site’s domain', () => {
  expect(inviteUid(BOOKING.toUpperCase(), 'https://example.org/x')).toBe(`${BOOKING}@example.org`);
  const uid = inviteUid(BOOKING, 'http://localhost:8888');
  expect(makeInvitation({ uid }).uid).toBe(`${BOOKING}@localhost`);
});

test('a change is always one higher and strictly later, in the whole seconds calendars count', () => {
  const instant = fc.integer({ min: 0, max: 4_102_444_800_000 });
  fc.assert(
    fc.property(instant, instant, (booked, changed) => {
      const first = firstVersion(booked);
      const second = nextVersion(first, changed);
      expect(second.sequence).toBe(first.sequence + 1);
      expect(second.created).toBe(first.created);
      expect(second.stamp).toBeGreaterThan(first.stamp);
      expect(second.stamp % SECOND).toBe(0);
    }),
  );
});

test('ical-generator, with its traps, is called from one module', () => {
  const sources = globSync('{src,netlify}/**/*.{ts,astro}');
  const callers = sources.filter((file) => readFileSync(file, 'utf8').includes("'ical-generator'"));
  expect(callers).toEqual(['src/domain/invite/calendar.ts']);
});
