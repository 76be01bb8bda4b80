import { describe, expect, test } from 'vitest';
import { ofEmail } from '#domain/subject.ts';
import { exportOf } from '#services/privacy/export-person.ts';
import { subjectDataOf } from '#services/privacy/subject-data.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookCallback, booked } from '../support/bookings.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get } from '../support/requests.ts';

// Which privacy notice somebody was shown is kept with their case; and the forms say in short what it says at length.

const t = testApp();
const { show, post } = deskVisit(t);

const kept = () => oneRow<{ notice: string | null }>(t, 'SELECT notice FROM cases');

describe('the version of the privacy notice', () => {
  test('is kept with an enquiry, shown at the desk, and in what its person is given', async () => {
    const { reference } = await sendEnquiry();
    expect(await kept()).toEqual({ notice: t.app.site.privacyNotice });
    const words = '1 November 2026 (0123456789ab)';
    const shown = await show(`/desk/cases/${reference}/`);
    expect(textIn(shown, '.timeline + .hint')).toBe(
      `They were shown the privacy notice of ${words}.`,
    );
    expect(textIn(await show(`/desk/cases/${reference}/held/`), '.subject-access-part')).toContain(
      'The version of the privacy notice you were shown',
    );
    const subject = ofEmail('person@example.org');
    const told = await t.app.database.transaction(async (tx) =>
      exportOf(t.app, tx, subject, await subjectDataOf(tx, subject)),
    );
    expect(JSON.stringify(told)).toContain(t.app.site.privacyNotice);
  });

  test('is kept with a call, and stays what it was when the notice changes', async () => {
    await booked(await bookCallback(makeCallback()));
    const before = t.app.site.privacyNotice;
    t.app.site.privacyNotice = '2027-01-01 ba9876543210';
    expect(await kept()).toEqual({ notice: before });
    t.app.site.privacyNotice = before;
  });

  test('is none where staff opened the case: no page was shown', async () => {
    const page = await show('/desk/cases/new/');
    await post('/desk/cases/new/', {
      ...fieldsIn(page),
      ...{ name: 'C. Caller', phone: '01632 960 010', next: 'answer' },
    });
    expect(await kept()).toEqual({ notice: null });
  });
});

describe('every form that asks for personal data', () => {
  test.each([
    ['/enquire/', 'We use it to answer you.'],
    [
      '/callback/?start=2026-11-24T15:00:00%2B00:00',
      'We use it to ring you at the time you choose.',
    ],
    [
      '/discovery-call/?start=2026-11-27T15:00:00%2B00:00',
      'We use it to ring you at the time you choose.',
    ],
  ])('%s says above its button who, why, how long and who helps', async (path, why) => {
    const page = await readPage(await call(publicApp, get(path.replace('%2B00:00', 'Z'))));
    const notice = page.$('form:has(.button) .form-notice');
    expect(notice).toHaveLength(1);
    expect(notice.text()).toContain(why);
    expect(notice.text()).toContain('Netlify and Resend handle it for us.');
    expect(notice.find('a').attr('href')).toBe('/privacy/');
    expect(notice.next().find('button')).toHaveLength(1);
  });
});
