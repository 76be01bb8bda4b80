import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { chanceFor } from '../support/chance.ts';
import { makeEmail, withMailbox } from '../support/mailbox.ts';

const ICS = 'BEGIN:VCALENDAR\r\nSUMMARY:Café – a call\r\nEND:VCALENDAR\r\n';
const INVITE = {
  filename: 'invite.ics',
  content: Buffer.from(ICS, 'utf8'),
  contentType: 'text/calendar; charset=UTF-8; method=REQUEST',
};

describe('a message sent with the SDK', () => {
  test('is read back with everything that was sent', async () => {
    const { resend, mailbox } = await withMailbox({
      clock: () => new Date('2026-03-29T01:30:00Z'),
    });
    const email = makeEmail({
      to: ['A. Person <person@example.org>', 'other@example.org'],
      cc: 'copy@example.org',
      bcc: ['hidden@example.org'],
      replyTo: 'reply@example.org',
      html: '<p>Booked</p>',
      headers: { 'Auto-Submitted': 'auto-generated' },
      tags: [{ name: 'kind', value: 'discovery-call' }],
    });
    const sent = await resend.emails.send(email, { idempotencyKey: 'delivery/1' });
    expect(sent.error).toBeNull();
    const id = sent.data?.id ?? '';
    expect((await resend.emails.get(id)).data).toMatchObject({
      object: 'email',
      id,
      created_at: '2026-03-29T01:30:00.000Z',
      from: 'Reflective Practice Groups <groups@example.org>',
      to: ['A. Person <person@example.org>', 'other@example.org'],
      cc: ['copy@example.org'],
      bcc: ['hidden@example.org'],
      reply_to: ['reply@example.org'],
      subject: 'Your call is booked',
      html: '<p>Booked</p>',
      text: 'See https://example.org/your-enquiry/.',
      headers: { 'Auto-Submitted': 'auto-generated' },
      tags: [{ name: 'kind', value: 'discovery-call' }],
      idempotency_key: 'delivery/1',
      last_event: 'delivered',
    });
    expect(mailbox.messages.map((message) => message.id)).toEqual([id]);
  });

  test('is listed newest first, and by recipient', async () => {
    const { resend, mailbox } = await withMailbox();
    for (const subject of ['First', 'Second', 'Third']) {
      const to = subject === 'Second' ? 'B. Person <Other@example.org>' : 'person@example.org';
      await resend.emails.send(makeEmail({ subject, to }));
    }
    const read = async (query = '') => (await fetch(`${mailbox.url}/emails${query}`)).json();
    const subjects = ({ data }: { data: { subject: string }[] }) =>
      data.map((each) => each.subject);
    expect(subjects(await read())).toEqual(['Third', 'Second', 'First']);
    expect(subjects(await read('?to=other@example.org'))).toEqual(['Second']);
    expect(await read('?limit=1')).toMatchObject({ has_more: true, data: [{ subject: 'Third' }] });
    expect(await read('?page=2')).toMatchObject({ statusCode: 422 });
  });

  test.each([0, 1, 57, 58, 100_000])(
    'keeps an attachment of %i random bytes whole',
    async (extra) => {
      const { resend, mailbox } = await withMailbox();
      const bytes = Buffer.concat([
        Buffer.from([0, 255, 10, 13]),
        chanceFor('attachment').randomBytes(extra),
      ]);
      const attachments = [INVITE, { filename: 'Prêt ("a").bin', content: bytes }];
      const { data } = await resend.emails.send(makeEmail({ attachments }));
      const base = `${mailbox.url}/emails/${data?.id}`;
      const download = await fetch(`${base}/attachments/1`);
      expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
      expect(download.headers.get('content-disposition')).toBe(
        "attachment; filename*=UTF-8''Pr%C3%AAt%20%28%22a%22%29.bin",
      );
      const raw = await PostalMime.parse(await (await fetch(`${base}/raw`)).arrayBuffer());
      const parsed = raw.attachments[1];
      expect(parsed?.filename).toBe('Prêt ("a").bin');
      expect(Buffer.from(parsed?.content as ArrayBuffer).equals(bytes)).toBe(true);
    },
  );

  test('travels as text and HTML alternatives beside an invitation that keeps its method', async () => {
    const { resend, mailbox } = await withMailbox();
    const long = `<p>${'Café '.repeat(400)}</p>`;
    const { data } = await resend.emails.send(
      makeEmail({
        to: 'A. Person <person@example.org>',
        bcc: 'hidden@example.org',
        subject: `Your call – ${'café '.repeat(40)}`.trim(),
        html: long,
        text: 'One line\nand another.',
        attachments: [INVITE],
      }),
    );
    const response = await fetch(`${mailbox.url}/emails/${data?.id}/raw`);
    expect(response.headers.get('content-type')).toBe('message/rfc822');
    const raw = await response.text();
    expect(raw).toMatch(/^Content-Type: multipart\/mixed;/m);
    expect(raw).toMatch(/^Content-Type: multipart\/alternative;/m);
    expect(raw).toMatch(/^Content-Type: text\/calendar; charset=UTF-8; method=REQUEST/m);
    expect(raw).not.toMatch(/hidden@example\.org/);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    const parsed = await PostalMime.parse(raw);
    expect(parsed).toMatchObject({
      from: { name: 'Reflective Practice Groups', address: 'groups@example.org' },
      to: [{ name: 'A. Person', address: 'person@example.org' }],
      subject: `Your call – ${'café '.repeat(40)}`.trim(),
      messageId: `<${data?.id}@mailbox.localhost>`,
      attachments: [{ filename: 'invite.ics', mimeType: 'text/calendar', method: 'REQUEST' }],
    });
    expect(parsed.html?.trim()).toBe(long);
    expect(parsed.text?.trim()).toBe('One line\nand another.');
    expect(raw.replaceAll('\r\n', '')).toContain(INVITE.content.toString('base64'));
    expect(await (await fetch(`${mailbox.url}/emails/${data?.id}/raw`)).text()).toBe(raw);
  });

  test('stored as the SDK’s input in JSON, with a base64 attachment, sends the same bytes', async () => {
    const { resend, mailbox } = await withMailbox();
    const stored = JSON.parse(
      JSON.stringify(
        makeEmail({ attachments: [{ ...INVITE, content: INVITE.content.toString('base64') }] }),
      ),
    );
    const first = await resend.emails.send(makeEmail({ attachments: [INVITE] }), {
      idempotencyKey: 'k',
    });
    const again = await resend.emails.send(stored, { idempotencyKey: 'k' });
    expect(again).toMatchObject({ data: { id: first.data?.id }, error: null });
    expect(mailbox.messages).toHaveLength(1);
  });
});
