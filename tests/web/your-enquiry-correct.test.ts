import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { mailTo } from '../support/bookings.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { openCase } from '../support/opened-case.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

describe('correcting', () => {
  test('shows the enquiry in its form, and saves what is changed', async () => {
    const { path } = await openCase({ people: 46, message: 'Before' });
    const form = await (await call(publicApp, get(`${path}correct/`))).text();
    expect(form).toContain('value="Example County Council"');
    expect(form).toMatch(/name="interests" value="training" checked/);
    expect(form).toContain('Before');

    t.setNow('2026-11-25T09:30:00Z');
    const changed = makeEnquiry({ people: '52', message: 'After' });
    const response = await call(publicApp, postForm(`${path}correct/`, changed as never));
    expect(response.status).toBe(303);
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe(path);
    const page = await (await call(publicApp, get(path))).text();
    expect(page).toContain('After');
    expect(page).not.toContain('Before');
    expect(page).toContain('Wednesday 25 November, 9:30am');
    expect(mailTo(t, 'staff@example.org').at(-1)?.subject).toContain('corrected');
    expect(mailTo(t, 'person@example.org')).toHaveLength(1);
  });

  test('the email address ends the link that went to the old one, and sends another to the new', async () => {
    const { path } = await openCase();
    const moved = makeEnquiry({ email: 'moved@example.org' });
    const response = await call(publicApp, postForm(`${path}correct/`, moved as never));
    const now = new URL(response.headers.get('location') ?? '').pathname;
    expect(now).not.toBe(path);
    expect(mailTo(t, 'moved@example.org').map(({ text }) => text?.includes(now))).toEqual([true]);
    expect(JSON.stringify(mailTo(t, 'staff@example.org'))).not.toMatch(/your-enquiry\/[\w-]{43}/);
    for (const page of ['', 'correct/', 'withdraw/']) {
      expect((await call(publicApp, get(path + page))).status).toBe(404);
    }
    const page = await call(publicApp, get(now));
    expect(await page.text()).toContain('moved@example.org');
  });

  test('the email address in other capitals is the same address, and keeps its link', async () => {
    const { path } = await openCase();
    const same = makeEnquiry({ email: 'Person@Example.org' });
    const response = await call(publicApp, postForm(`${path}correct/`, same as never));
    expect(new URL(response.headers.get('location') ?? '').pathname).toBe(path);
    expect(JSON.stringify(t.mailbox.messages)).not.toContain('no longer work');
  });

  test('the same words again changes nothing and sends nothing', async () => {
    const { path } = await openCase();
    const before = t.mailbox.messages.length;
    await call(publicApp, postForm(`${path}correct/`, makeEnquiry() as never));
    expect(t.mailbox.messages).toHaveLength(before);
    const [row] = await t.app.database.query<{ corrected_at: Date | null }>(
      'SELECT corrected_at FROM enquiries',
    );
    expect(row?.corrected_at).toBeNull();
  });

  test('what is wrong comes back to be fixed, with everything typed', async () => {
    const { path } = await openCase();
    const wrong = makeEnquiry({ email: 'nowhere', name: 'C. Person' });
    const response = await call(publicApp, postForm(`${path}correct/`, wrong as never));
    expect(response.status).toBe(422);
    const page = await response.text();
    expect(page).toContain('value="C. Person"');
    expect(page).toContain('href="#email"');
  });
});
