import { describe, expect, test } from 'vitest';
import withdraw from '#web/account/your-enquiry/withdraw-routes.ts';
import yourEnquiry from '#web/account/your-enquiry/your-enquiry-routes.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { openCase } from '../support/opened-case.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

const everything = async () => {
  const tables = ['cases', 'enquiries', 'submissions', 'messages'];
  const rows = await Promise.all(
    tables.map((table) => t.app.database.query(`SELECT count(*)::int AS n FROM ${table}`)),
  );
  return rows.map(([row]) => (row as { n: number }).n);
};

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
    const notice = mailTo(t, 'staff@example.org').at(-1);
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
    expect(mailTo(t, 'person@example.org')).toHaveLength(0);
  });

  test('from a page that told nobody where it was works, and from another site does not', async () => {
    const { path, params } = await openCase();
    const post = (headers: Record<string, string>) =>
      call(withdraw, postForm(`${path}withdraw/`, {}, headers), params);
    expect((await post({ 'sec-fetch-site': 'cross-site', origin: 'null' })).status).toBe(403);
    expect((await post({ 'sec-fetch-site': 'same-origin', origin: 'null' })).status).toBe(200);
  });
});
