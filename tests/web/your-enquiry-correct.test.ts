import { describe, expect, test } from 'vitest';
import correct from '#web/account/your-enquiry/correct-routes.ts';
import withdraw from '#web/account/your-enquiry/withdraw-routes.ts';
import yourEnquiry from '#web/account/your-enquiry/your-enquiry-routes.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { openCase } from '../support/opened-case.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

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
    expect(mailTo(t, 'staff@example.org').at(-1)?.subject).toContain('corrected');
    expect(mailTo(t, 'person@example.org')).toHaveLength(1);
  });

  test('the email address ends the link that went to the old one, and sends another to the new', async () => {
    const { path, params } = await openCase();
    const moved = makeEnquiry({ email: 'moved@example.org' });
    const response = await call(correct, postForm(`${path}correct/`, moved as never), params);
    const now = new URL(response.headers.get('location') ?? '').pathname;
    expect(now).not.toBe(path);
    expect(mailTo(t, 'moved@example.org').map(({ text }) => text?.includes(now))).toEqual([true]);
    expect(JSON.stringify(mailTo(t, 'staff@example.org'))).not.toMatch(/your-enquiry\/[\w-]{43}/);
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
