import { describe, expect, test } from 'vitest';
import { feedText } from '#services/calendar-feed/feed.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { publicApp } from '#web/public-app.ts';
import type { Email } from '../../netlify/dev/mailbox/email.ts';
import { call, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  keyIn,
  mailTo,
  moveTo,
} from '../support/bookings.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeComplaint, postComplaint } from '../support/make-complaint.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { postForm } from '../support/requests.ts';
import { putWordsInMail } from '../support/staff-words.ts';

const STAFF = 'staff@example.org';

/** What people write in words of their own; each has a mark. */
const WORDS = { message: 'message-mark', when: 'when-mark', topic: 'topic-mark' };
const MARKS = /-mark/;

const t = testApp();
const { post } = deskVisit(t);

const everyWord = ({ subject, text, html, attachments = [] }: Email) => [
  subject,
  text ?? '',
  html ?? '',
  ...attachments.map(({ content }) =>
    Buffer.from(String(content), 'base64').toString('utf8').replaceAll('\r\n ', ''),
  ),
];

const correct = (path: string, values: Record<string, unknown>) =>
  call(publicApp, postForm(path, values as never));

/** Everything about which staff are written to, with words that people wrote in each. */
async function tellStaffOfEverything(): Promise<void> {
  const { message, when, topic } = WORDS;
  const { reference, link } = await sendEnquiry({ message, when });
  const path = new URL(link).pathname;
  await correct(
    `${path}correct/`,
    makeEnquiry({ message: `${message} again`, when, role: 'Nurse' }),
  );
  const made = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ topic, case: keyIn(link) })),
  );
  const about = `${path}bookings/${made.booking}/correct/`;
  const details = {
    name: 'A. Person',
    phone: '01632 960 001',
    email: 'person@example.org',
    organisation: 'Example County Council',
  };
  await correct(about, { ...details, topic: `${topic} again` });
  await moveTo(made.booking, '2026-11-27T14:30:00+00:00');
  await cancelCall(made.booking);
  const rung = await booked(
    await bookCallback(makeCallback({ topic, start: '2026-11-25T12:00:00+00:00' })),
  );
  await post(`/desk/cases/${rung.reference}/note/`, { words: message });
  for (const words of [message, `${message} again`]) {
    await correct('/api/complaints', {
      ...makeComplaint({ message: words }),
      form: 'complaint-form-01',
    });
  }
  await postComplaint({ message, 'leave-empty': 'x' });
  await post(`/desk/cases/${reference}/hold/`, { reason: message, followUp: '2026-11-25' });
  await bookCallback(makeCallback({ topic, start: '2026-11-30T12:00:00+00:00' }));
  await call(publicApp, postForm(`${new URL(rung.link).pathname}withdraw/`, {}));
  t.setNow('2026-11-25T08:30:00Z');
  await runJob(t.app, 'digest');
}

describe('mail to staff', () => {
  test('says who, how to reach them, about what and where it stands; what people wrote stands at the desk alone', async () => {
    await tellStaffOfEverything();
    const mail = mailTo(t, STAFF);
    const kinds = await t.app.database.query<{ kind: string }>(
      `SELECT DISTINCT kind FROM messages WHERE audience = 'staff' ORDER BY kind`,
    );
    expect(kinds.map(({ kind }) => kind)).toEqual([
      'complaint correction notice',
      'complaint notice',
      'correction notice',
      'digest',
      'enquiry notice',
      'notice of a call',
      'notice of a cancelled call',
      'notice of a moved call',
      'notice of corrected details',
      'withdrawal notice',
    ]);
    for (const email of mail) {
      for (const said of everyWord(email)) expect(said, email.subject).not.toMatch(MARKS);
    }
    const notice = mail.find(({ subject }) => subject.startsWith('New enquiry'));
    for (const said of [
      'A. Person',
      'person@example.org',
      'Reflective practice groups',
      '/desk/cases/',
      'What they wrote stands at the desk.',
    ]) {
      expect(notice?.text).toContain(said);
    }
    const booking = mail.find(({ subject }) => subject.startsWith('New discovery call'));
    for (const said of ['Ring 01632 960 001', '/desk/cases/', 'stands at the desk.']) {
      expect(booking?.text).toContain(said);
    }
    expect(await feedText(t.app)).not.toMatch(MARKS);
  });

  test('carries their words, and staff calendars the topic, where the settings say so', async () => {
    putWordsInMail(t);
    await tellStaffOfEverything();
    const said = mailTo(t, STAFF)
      .map((email) => everyWord(email).join('\n'))
      .join('\n');
    for (const words of Object.values(WORDS)) expect(said).toContain(words);
    expect(said).toContain('DESCRIPTION');
    expect(said).not.toContain('stands at the desk.');
    expect(await feedText(t.app)).toContain(WORDS.topic);
  });
});
