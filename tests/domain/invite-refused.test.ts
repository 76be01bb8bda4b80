import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { InvitationSchema } from '#domain/invite/invitation.ts';
import { inviteUid } from '#domain/invite/uid.ts';
import { BOOKING, makeInvitation, makeInvitationInput } from '../support/make-invitation.ts';

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

test('ical-generator, with its traps, is called from one module', () => {
  const sources = globSync('{src,netlify}/**/*.{ts,astro}');
  const callers = sources.filter((file) => readFileSync(file, 'utf8').includes("'ical-generator'"));
  expect(callers).toEqual(['src/domain/invite/calendar.ts']);
});
