import { load } from 'cheerio';
import { expect, test } from 'vitest';
import { makeEmail, withMailbox } from '../support/mailbox.ts';

const HOSTILE = '<script>alert("1")</script>';

async function open(url: string) {
  const response = await fetch(url);
  expect(response.status).toBe(200);
  return { headers: response.headers, $: load(await response.text()) };
}

test('the inbox lists what was sent, newest first, and empties on request', async () => {
  const { resend, mailbox } = await withMailbox();
  expect((await open(mailbox.url)).$('main').text()).toContain('No mail yet');
  await resend.emails.send(makeEmail({ subject: 'First' }));
  const attachments = [{ filename: 'a.ics', content: Buffer.from('A') }];
  const { data } = await resend.emails.send(makeEmail({ subject: 'Second', attachments }));

  const { $ } = await open(mailbox.url);
  const links = $('.messages a').toArray();
  expect(links.map((link) => $(link).text())).toEqual(['Second', 'First']);
  expect($(links[0]).attr('href')).toBe(`/inbox/${data?.id}`);
  expect($('.messages li').first().text()).toMatch(
    /To person@example\.org\s.*delivered\s+1 attached/s,
  );

  const form = $('form');
  const action = new URL(form.attr('action') ?? '', mailbox.url);
  const cleared = await fetch(action, { method: form.attr('method') ?? 'get' });
  expect(cleared.url).toBe(`${mailbox.url}/`);
  expect(await cleared.text()).toContain('No mail yet');
  expect(mailbox.messages).toEqual([]);
});

test('a message’s page shows its headers, bodies, attachments and history', async () => {
  const { resend, mailbox } = await withMailbox();
  const { data } = await resend.emails.send(
    makeEmail({
      html: '<p>Booked</p>',
      text: 'Change it (https://example.org/a/?b=1&c=2).',
      replyTo: 'reply@example.org',
      attachments: [
        { filename: 'invite.ics', content: Buffer.from('BEGIN'), contentType: 'text/calendar' },
      ],
    }),
    { idempotencyKey: 'delivery/1' },
  );
  const { $ } = await open(`${mailbox.url}/inbox/${data?.id}`);
  expect($('h1').text()).toBe('Your call is booked');
  const rows = $('dl > div')
    .toArray()
    .map((row) => [$('dt', row).text(), $('dd', row).text()]);
  expect(rows).toContainEqual(['To', 'person@example.org']);
  expect(rows).toContainEqual(['Reply to', 'reply@example.org']);
  expect(rows).toContainEqual(['Idempotency key', 'delivery/1']);
  expect($('iframe').attr()).toMatchObject({
    src: `/emails/${data?.id}/html`,
    sandbox: 'allow-popups allow-popups-to-escape-sandbox',
    title: expect.stringMatching(/./),
  });
  expect($('section pre a').attr('href')).toBe('https://example.org/a/?b=1&c=2');
  expect($('a[download]').attr('href')).toBe(`/emails/${data?.id}/attachments/0`);
  expect($('details pre').text()).toBe('BEGIN');
  expect($('main').text()).toContain('email.delivered');
  for (const link of $('main a[href^="/"]').toArray()) {
    await open(mailbox.url + $(link).attr('href'));
  }
});

test('nothing in a message becomes part of the page, and its HTML runs no script', async () => {
  const { resend, mailbox } = await withMailbox();
  const email = makeEmail({
    subject: HOSTILE,
    text: HOSTILE,
    html: HOSTILE,
    headers: { 'X-Hostile': HOSTILE },
    attachments: [
      { filename: `${HOSTILE}.txt`, content: Buffer.from(HOSTILE), contentType: 'text/plain' },
    ],
  });
  const { data } = await resend.emails.send(email);
  for (const path of ['/', `/inbox/${data?.id}`]) {
    const { $, headers } = await open(mailbox.url + path);
    expect($('script')).toHaveLength(0);
    expect($('h1, .messages a').text()).toContain(path === '/' ? HOSTILE : 'script');
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'self';/,
    );
  }
  const { headers } = await open(`${mailbox.url}/emails/${data?.id}/html`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/^sandbox [^;]*;/);
  expect(policy).toContain("default-src 'none'");
  expect(policy).not.toMatch(/allow-scripts|allow-same-origin|script-src/);
});
