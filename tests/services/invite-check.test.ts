import { describe, expect, test } from 'vitest';
import { inviteAttachment } from '#domain/invite/attachment.ts';
import { checkInvite, type InviteMessage } from '#services/notifications/invite-check.ts';
import { HEADERS, makeInvitation } from '../support/make-invitation.ts';

const invitation = makeInvitation({
  attendee: { email: 'a.person@council.example.org', name: 'Á. Person 🌿' },
});
const attachment = inviteAttachment(invitation);
const message: InviteMessage = {
  from: 'Reflective Practice Groups <groups@example.org>',
  to: ['a.person@council.example.org'],
  attachments: [attachment],
  headers: HEADERS,
};

const rules = async (part: Partial<InviteMessage>, about = invitation) =>
  (await checkInvite({ ...message, ...part }, about)).map(({ rule }) => rule);

const base64 = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64');
const text = Buffer.from(attachment.content, 'base64').toString('utf8');
const carrying = (content: string) => ({ attachments: [{ ...attachment, content }] });

describe('before an invitation is sent', () => {
  test('nothing is wrong with what we write, nor after it was kept as JSON', async () => {
    const kept: unknown = JSON.parse(JSON.stringify(message));
    expect(await rules({})).toEqual([]);
    expect(await rules(kept as InviteMessage)).toEqual([]);
  });

  test.each([
    ['no attachment', []],
    ['two attachments', [attachment, attachment]],
    ['an attachment by another name', [{ ...attachment, filename: 'call.ics' }]],
    ['an attachment kept as bytes, not base64', [{ ...attachment, content: Buffer.from(text) }]],
    ['an attachment shown inside the message', [{ ...attachment, contentId: 'x' }]],
  ])('it may not have %s', async (_, attachments) => {
    expect(await rules({ attachments })).toEqual(['attachment']);
  });

  test.each([
    ['text that is not base64', text],
    [
      'base64 with a line break in it',
      `${attachment.content.slice(0, 76)}\n${attachment.content.slice(76)}`,
    ],
    ['bytes that are not UTF-8', base64(Uint8Array.of(0x42, 0xff))],
  ])('it may not carry %s', async (_, content) => {
    expect(await rules(carrying(content))).toEqual(['bytes']);
  });

  test('a byte-order mark is refused', async () => {
    expect(await rules(carrying(base64(`\ufeff${text}`)))).toContain('content-lines');
  });

  test('ical.js must read back the booking’s instants', async () => {
    const moved = { start: invitation.start + 3_600_000, end: invitation.end + 3_600_000 };
    expect(await rules({}, makeInvitation({ ...invitation, ...moved }))).toEqual([
      'start',
      'end',
      'read-back',
    ]);
  });

  test('what ical.js cannot read is refused', async () => {
    expect(await rules(carrying(base64(text.replace('END:VCALENDAR\r\n', ''))))).toContain(
      'read-back',
    );
  });

  test('our own lint looks closer than ical.js; changed words escape neither', async () => {
    expect(
      await rules(carrying(base64(text.replace('LAST-MODIFIED:2', 'LAST-MODIFIED:1')))),
    ).toEqual(['last-modified']);
    expect(await rules(carrying(base64(text.replace('We will', 'We may '))))).toEqual([
      'description',
      'read-back',
    ]);
  });
});
