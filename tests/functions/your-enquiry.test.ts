import { describe, expect, test } from 'vitest';
import enquiries from '../../netlify/functions/api-enquiries.ts';
import enquire from '../../netlify/functions/enquire.ts';
import yourEnquiry from '../../netlify/functions/your-enquiry.ts';
import correct from '../../netlify/functions/your-enquiry-correct.ts';
import withdraw from '../../netlify/functions/your-enquiry-withdraw.ts';
import { call, testApp } from '../support/app.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { get, postForm, postJson } from '../support/requests.ts';

const t = testApp();

interface Opened {
  reference: string;
  path: string;
  params: { case: string };
}

async function openCase(overrides: Record<string, unknown> = {}): Promise<Opened> {
  const response = await call(enquiries, postJson('/api/enquiries', makeEnquiry(overrides)));
  const { reference, link } = (await response.json()) as { reference: string; link: string };
  const path = new URL(link).pathname;
  return { reference, path, params: { case: path.split('/')[2] ?? '' } };
}

const mailTo = (address: string) =>
  t.mailbox.messages.filter(({ email }) => email.to.includes(address)).map(({ email }) => email);

const everything = async () => {
  const tables = ['cases', 'enquiries', 'submissions', 'messages'];
  const rows = await Promise.all(
    tables.map((table) => t.app.database.query(`SELECT count(*)::int AS n FROM ${table}`)),
  );
  return rows.map(([row]) => (row as { n: number }).n);
};

describe('the page behind the link', () => {
  test('shows what was sent and what happened, to whoever has the key and nobody else', async () => {
    const { reference, path, params } = await openCase({ message: 'Two\nlines & <b>bold</b>' });
    const response = await call(yourEnquiry, get(path), params);
    expect(response.status).toBe(200);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    const page = await response.text();
    expect(page).toContain(reference);
    expect(page).toContain('Two<br>lines &amp; &lt;b&gt;bold&lt;/b&gt;');
    expect(page).toContain('Tuesday 24 November, 10am');
    expect(page).toContain('We sent you the acknowledgement by email.');
    expect(page).toContain(`href="${path}correct/"`);
    expect(page).toContain(`href="${path}withdraw/"`);
  });

  test.each(['x', 'A'.repeat(43), '../../etc/passwd', '%00', ''])(
    '"%s" opens nothing',
    async (key) => {
      await openCase();
      for (const page of [yourEnquiry, correct, withdraw]) {
        const response = await call(page, get('/your-enquiry/x/'), { case: key });
        expect(response.status).toBe(404);
        expect(await response.text()).toContain('07800 970 049');
      }
    },
  );

  test('a HEAD is answered as a GET, without the page', async () => {
    const { path, params } = await openCase();
    const head = await call(
      yourEnquiry,
      new Request(`http://localhost:8888${path}`, { method: 'HEAD' }),
      params,
    );
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

test.each([
  ['', null],
  ['?people=46', null],
  ['?case=a-key', 'noindex'],
])(
  'the form for an enquiry at "/enquire/%s" is kept from search engines: %s',
  async (query, robots) => {
    const { headers } = await call(enquire, get(`/enquire/${query}`));
    expect(headers.get('x-robots-tag')).toBe(robots);
    expect(headers.get('referrer-policy') === 'no-referrer').toBe(robots !== null);
  },
);

describe('correcting', () => {
  test('shows the enquiry in its form, and saves what is changed', async () => {
    const { path, params } = await openCase({ people: 46, message: 'Before' });
    const form = await (await call(correct, get(`${path}correct/`), params)).text();
    expect(form).toContain('value="Example County Council"');
    expect(form).toMatch(/name="interests" value="training" checked/);
    expect(form).toContain('Before');

    t.setNow('2026-11-25T09:30:00Z');
    const changed = makeEnquiry({ people: '52', message: 'After' });
    const response = await call(correct, postForm(`${path}correct/`, changed as never), params);
    expect(response.status).toBe(303);
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe(path);
    const page = await (await call(yourEnquiry, get(path), params)).text();
    expect(page).toContain('After');
    expect(page).not.toContain('Before');
    expect(page).toContain('Wednesday 25 November, 9:30am');
    expect(mailTo('staff@example.org').at(-1)?.subject).toContain('corrected');
    expect(mailTo('person@example.org')).toHaveLength(1);
  });

  test('the email address ends the link that went to the old one, and sends another to the new', async () => {
    const { path, params } = await openCase();
    const moved = makeEnquiry({ email: 'moved@example.org' });
    const response = await call(correct, postForm(`${path}correct/`, moved as never), params);
    const now = new URL(response.headers.get('location') ?? '').pathname;
    expect(now).not.toBe(path);
    expect(mailTo('moved@example.org').map(({ text }) => text?.includes(now))).toEqual([true]);
    expect(JSON.stringify(mailTo('staff@example.org'))).not.toMatch(/your-enquiry\/[\w-]{43}/);
    for (const page of [yourEnquiry, correct, withdraw]) {
      expect((await call(page, get(path), params)).status).toBe(404);
    }
    const page = await call(yourEnquiry, get(now), { case: now.split('/')[2] ?? '' });
    expect(await page.text()).toContain('moved@example.org');
  });

  test('the email address in other capitals is the same address, and keeps its link', async () => {
    const { path, params } = await openCase();
    const same = makeEnquiry({ email: 'Person@Example.org' });
    const response = await call(correct, postForm(`${path}correct/`, same as never), params);
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe(path);
  });

  test('the same words again changes nothing and sends nothing', async () => {
    const { path, params } = await openCase();
    const before = t.mailbox.messages.length;
    await call(correct, postForm(`${path}correct/`, makeEnquiry() as never), params);
    expect(t.mailbox.messages).toHaveLength(before);
    const [row] = await t.app.database.query<{ corrected_at: Date | null }>(
      'SELECT corrected_at FROM enquiries',
    );
    expect(row?.corrected_at).toBeNull();
  });

  test('what is wrong comes back to be mended, with everything typed', async () => {
    const { path, params } = await openCase();
    const wrong = makeEnquiry({ email: 'nowhere', name: 'C. Person' });
    const response = await call(correct, postForm(`${path}correct/`, wrong as never), params);
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('value="C. Person"');
    expect(page).toContain('href="#email"');
  });
});

describe('withdrawing', () => {
  test('says first what will happen, and a GET changes nothing', async () => {
    const { path, params } = await openCase();
    const before = await everything();
    const page = await (await call(withdraw, get(`${path}withdraw/`), params)).text();
    expect(page).toContain('cannot be brought back');
    expect(page).toContain('<form method="post">');
    expect(await everything()).toEqual(before);
  });

  test('erases everything, tells staff the reference, and the link opens nothing', async () => {
    const { reference, path, params } = await openCase();
    const response = await call(withdraw, postForm(`${path}withdraw/`, {}), params);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(reference);
    const [cases, kept, submissions] = await everything();
    expect([cases, kept, submissions]).toEqual([0, 0, 0]);
    const notice = mailTo('staff@example.org').at(-1);
    expect(notice?.subject).toBe(`${reference} withdrawn and erased`);
    expect(JSON.stringify(notice)).not.toMatch(/person@example\.org|Example County/);
    expect((await call(yourEnquiry, get(path), params)).status).toBe(404);
    const audit = await t.app.database.query('SELECT act, reference FROM audit');
    expect(audit).toEqual([{ act: 'withdrawn by the enquirer', reference }]);
    const all = await t.app.database.query('SELECT * FROM audit, messages');
    expect(JSON.stringify(all)).not.toContain('person@example.org');
  });

  test('stops a message that has not gone out', async () => {
    t.mailbox.setFaults({ next: ['500', '500'] });
    const { path, params } = await openCase();
    await call(withdraw, postForm(`${path}withdraw/`, {}), params);
    expect(mailTo('person@example.org')).toHaveLength(0);
  });

  test('from a page that told nobody where it was works, and from another site does not', async () => {
    const { path, params } = await openCase();
    const post = (headers: Record<string, string>) =>
      call(withdraw, postForm(`${path}withdraw/`, {}, headers), params);
    expect((await post({ 'sec-fetch-site': 'cross-site', origin: 'null' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(200);
  });
});

describe('the enquiry form', () => {
  test('takes a plan’s numbers from the address and nothing that does not fit', async () => {
    const page = await (
      await call(enquire, get('/enquire/?people=1,200&rhythm=monthly&sessions=99&name=Mallory'))
    ).text();
    expect(page).toMatch(/<input id="people"[^>]*value="1200"/);
    expect(page).toMatch(/value="monthly" checked/);
    expect(page).not.toContain('99');
    expect(page).not.toContain('Mallory');
  });

  test('is not posted to', async () => {
    expect((await call(enquire, postForm('/enquire/', {}))).status).toBe(405);
  });
});
