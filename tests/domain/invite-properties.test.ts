import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { writeFeed, writeInvite } from '#domain/invite/calendar.ts';
import { FeedSchema } from '#domain/invite/feed.ts';
import { InvitationSchema } from '#domain/invite/invitation.ts';
import { lintInvite } from '#domain/invite/lint.ts';
import { textFaults } from '#domain/invite/lint-text.ts';
import { firstVersion, nextVersion } from '#domain/invite/version.ts';
import { anyInvitation, anyText } from '../support/any-invitation.ts';
import { HEADERS, makeInvitation } from '../support/make-invitation.ts';
import { propertyRuns } from '../support/properties.ts';
import { readEvents } from '../support/read-calendar.ts';

const SECOND = 1000;
const RUNS = { numRuns: propertyRuns() };

describe('whatever people type', () => {
  test('an invitation breaks no rule, and ical.js reads back what was meant', () => {
    fc.assert(
      fc.property(anyInvitation, (invitation) => {
        const text = writeInvite(invitation);
        const { contentType } = inviteAttachment(invitation);
        const envelope = {
          from: 'groups@example.org',
          to: invitation.attendee.email,
          contentType,
          headers: HEADERS,
        };
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
          class: invitation.class,
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
        const events = invitations.map(({ method, attendee: _attendee, ...event }) => ({
          ...event,
          cancelled: method === 'CANCEL',
        }));
        const feed = FeedSchema.parse({
          name: `.${name}`,
          organizer: { email: 'groups@example.org', name },
          refreshMinutes: 60,
          events,
        });
        const text = writeFeed(feed);
        expect(textFaults(text)).toEqual([]);
        const starts = events.map(({ start }) => start).toSorted((a, b) => a - b);
        expect(readEvents(text).map(({ start }) => start)).toEqual(starts);
        expect(text).toMatch(/^BEGIN:(?:VEVENT|VJOURNAL)\r$/m);
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
