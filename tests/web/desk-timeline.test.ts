import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, cancelCall, keyIn, moveTo } from '../support/bookings.ts';
import { below, list, showCase } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, sendEnquiry } from '../support/desk-cases.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { textIn } from '../support/read-page.ts';

const STAFF = 'staff@example.org';
const t = testApp();
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});

const changeMail = (set: string, kind = 'acknowledgement') =>
  t.app.database.query(`UPDATE messages SET ${set} WHERE kind = $1`, [kind]);

const report = (type: string) =>
  t.app.database.query(
    `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
     SELECT gen_random_uuid(), provider_id, $1, $2, $2 FROM messages WHERE kind = 'acknowledgement'`,
    [type, t.app.now()],
  );

const happenings = async (reference: string) =>
  list(await desk.about(reference).show(), '.timeline li').map((item) =>
    item.replace(/^Tuesday 24 November, /, ''),
  );

describe('the timeline of a case', () => {
  test('tells what they did, newest first', async () => {
    const { reference, link, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    t.setNow('2026-11-24T10:05:00Z');
    await below({ link, booking }).correct({
      name: 'A. Person',
      phone: '01632 960 002',
      email: 'person@example.org',
      organisation: 'Example County Council',
    });
    t.setNow('2026-11-24T10:10:00Z');
    await moveTo(booking, '2026-11-27T15:00:00+00:00');
    t.setNow('2026-11-24T10:20:00Z');
    await cancelCall(booking);
    t.setNow('2026-11-24T10:30:00Z');
    await sendEnquiry({ case: keyIn(link) });
    const before = 'Thursday 26 November, 2:30pm to 3pm, UK time';
    const time = 'Friday 27 November, 3pm to 3:30pm, UK time';
    expect((await happenings(reference)).filter((item) => item.includes('They'))).toEqual([
      '10:30am They sent an enquiry.',
      `10:20am They cancelled the discovery call on ${time}.`,
      `10:10am They moved the discovery call from ${before}, to ${time}.`,
      `10:05am They corrected the details of the discovery call on ${before}. Phone: “01632 960 001”, now “01632 960 002”`,
      `10am They booked a discovery call for ${before}.`,
    ]);
    const theirs = list(await showCase(keyIn(link)), '.timeline li').filter((item) =>
      item.includes('You '),
    );
    expect(theirs).toEqual([
      `Tuesday 24 November, 10am You asked for a discovery call on ${before}.`,
      `Tuesday 24 November, 10:05am You corrected the details of the discovery call on ${before}.`,
      `Tuesday 24 November, 10:10am You moved the discovery call to ${time}.`,
      `Tuesday 24 November, 10:20am You cancelled the discovery call on ${time}.`,
      'Tuesday 24 November, 10:30am You sent your enquiry.',
    ]);
  });

  test('tells of mail to them that it went and arrived, and of mail to us nothing while all is well', async () => {
    const { reference } = await sendEnquiry();
    await changeMail("provider_id = 'known-to-the-mail-service'");
    t.setNow('2026-11-24T10:01:00Z');
    await report('email.delivered');
    expect(await happenings(reference)).toEqual([
      '10am The acknowledgement was sent by email. It arrived at their mail service.',
      '10am They sent an enquiry.',
    ]);
  });

  test('tells of mail that waits, how often it was tried and why it did not go', async () => {
    const { reference } = await sendEnquiry();
    await changeMail(`sent_at = NULL, provider_id = NULL, payload = '{}', attempts = 2,
      failure = 'rate_limit_exceeded', next_attempt_at = '2026-11-24T10:15Z'`);
    await changeMail(
      `sent_at = NULL, provider_id = NULL, payload = '{}', attempts = 0, next_attempt_at = '2026-11-24T10:15Z'`,
      'enquiry notice',
    );
    expect((await happenings(reference)).slice(0, 2)).toEqual([
      '10am The enquiry notice, to us, is about to be sent.',
      '10am The acknowledgement waits to be sent; it was tried 2 times. The reason: rate_limit_exceeded.',
    ]);
  });
});

describe('mail that never arrived', () => {
  test('comes before everything else, with how to reach them, until staff did something about it', async () => {
    const { reference } = await sendEnquiry({ phone: '+44 (0) 1632 960 001 x12' });
    await changeMail("provider_id = 'known-to-the-mail-service'");
    t.setNow('2026-11-24T10:01:00Z');
    await report('email.bounced');
    const { show, act } = desk.about(reference);
    const page = await show();
    const [first] = list(page, '.case-next');
    expect(first).toBe(
      'An email did not arrive. The acknowledgement was sent by email, and sent back. Ring +44 (0) 1632 960 001 x12 or write to person@example.org.',
    );
    expect(page.$('.case-next a').first().attr('href')).toBe('tel:+441632960001;ext=12');
    expect(page.$('.timeline .is-lost')).toHaveLength(1);
    t.setNow('2026-11-24T10:30:00Z');
    await act('outcome', { outcome: 'spoke' });
    const after = await show();
    expect(list(after, '.case-next')).toEqual([
      `Nothing to do now. We spoke: noted by ${STAFF}, Tuesday 24 November, 10:30am. Look at it again on Friday 27 November. Note the outcome`,
    ]);
    expect(after.$('.timeline .is-lost')).toHaveLength(1);
  });

  test('that was given up says why', async () => {
    const { reference } = await sendEnquiry();
    await changeMail(`sent_at = NULL, provider_id = NULL, failed_at = '2026-11-24T10:00:30Z',
      failure = 'validation_error'`);
    expect(textIn(await desk.about(reference).show(), '.case-next')).toContain(
      'The acknowledgement could not be sent, and will not be tried again. The reason: validation_error.',
    );
  });
});

test('a closed case says who closed it, and a case without a name says so', async () => {
  const { reference } = await sendEnquiry();
  t.setNow('2026-11-24T11:00:00Z');
  await desk.about(reference).act('outcome', { outcome: 'commissioned' });
  const page = await desk.about(reference).show();
  expect(list(page, '.case-next')).toEqual([
    `Closed. They have commissioned us: noted by ${STAFF}, Tuesday 24 November, 11am. Open it again`,
  ]);
  expect(page.$('h1').text()).toBe('A. Person, Example County Council');
  await t.app.database.query('DELETE FROM enquiries');
  expect((await desk.about(reference).show()).$('h1').text()).toBe('No name given');
});
