import { describe, expect, test } from 'vitest';
import {
  bookedByUsNotice,
  bookedNotice,
  cancelledNotice,
  correctedCallNotice,
  movedByUsNotice,
  movedNotice,
} from '#emails/booking-notices.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import type { EmailWords } from '#emails/email-words.ts';
import { makeCallEmail } from '../support/make-call-email.ts';

const SITE = 'Reflective Practice Groups';

const BEFORE = {
  before: { start: Date.parse('2026-11-23T16:30:00Z'), end: Date.parse('2026-11-23T17:00:00Z') },
};

/** Its first two paragraphs. */
const opening = (email: EmailWords) => emailText(email, SITE).split('\n\n').slice(0, 2);

const BARE = { email: undefined, organisation: undefined, topic: undefined };

describe('to staff', () => {
  test('a call is booked', () => {
    const email = bookedNotice(makeCallEmail());
    expect(email.subject).toBe('New callback ABCD2345: Tuesday 24 November, 11am');
    expect(email.preview).toBe('A. Person, Example County Council');
    expect(
      emailText(email, SITE),
    ).toBe(`A. Person (Example County Council) has booked a callback for Tuesday 24 November, 11am to 11:30am, UK time.

Ring 01632 960 001. Reply to this email to write to A. Person.

Name:
A. Person

Number to ring:
01632 960 001

Email:
person@example.org

Organisation:
Example County Council

Reference:
ABCD2345

What they would like to talk about stands at the desk.

Open ABCD2345 at the desk: https://example.org/desk/cases/ABCD2345/

-- 
Reflective Practice Groups`);
  });

  test('a caller who gave a name and a number is known by those', () => {
    const email = bookedNotice(makeCallEmail({ ...BARE, kind: 'discovery-call' }));
    expect(email.subject).toBe('New discovery call ABCD2345: Tuesday 24 November, 11am');
    expect(email.preview).toBe('A. Person');
    expect(opening(email)).toEqual([
      'A. Person has booked a discovery call for Tuesday 24 November, 11am to 11:30am, UK time.',
      'Ring 01632 960 001. A. Person gave no email address.',
    ]);
  });

  test('staff booked a call for its person, and so the notice says that they did', () => {
    const email = bookedByUsNotice(makeCallEmail(), 'rota@example.org');
    expect(email.subject).toBe(
      'New callback ABCD2345, booked at the desk: Tuesday 24 November, 11am',
    );
    expect(opening(email)).toEqual([
      'A callback with A. Person (Example County Council) is booked for Tuesday 24 November, 11am to 11:30am, UK time.',
      'rota@example.org has booked this call at the desk.',
    ]);
    expect(emailText(email, SITE)).not.toContain('Person (Example County Council) has booked');
  });

  test('staff moved a call, and so the notice says that they did', () => {
    const email = movedByUsNotice({ ...makeCallEmail(), ...BEFORE }, 'rota@example.org');
    expect(opening(email).slice(0, 2)).toEqual([
      'The callback with A. Person (Example County Council) is now on Tuesday 24 November, 11am to 11:30am, UK time.',
      'rota@example.org has moved this call at the desk.',
    ]);
  });

  test('a call has moved', () => {
    const email = movedNotice({ ...makeCallEmail(), ...BEFORE });
    expect(email.subject).toBe('ABCD2345 moved to Tuesday 24 November, 11am');
    expect(email.preview).toBe('A. Person, Example County Council: was Monday 23 November, 4:30pm');
    expect(opening(email)).toEqual([
      'The callback with A. Person (Example County Council) is now on Tuesday 24 November, 11am to 11:30am, UK time.',
      'It was on Monday 23 November, 4:30pm to 5pm, UK time: do not ring then.',
    ]);
  });

  test('a call is cancelled', () => {
    const email = cancelledNotice(makeCallEmail());
    expect(email.subject).toBe('ABCD2345 cancelled: Tuesday 24 November, 11am');
    expect(opening(email)).toEqual([
      'The callback with A. Person (Example County Council) on Tuesday 24 November, 11am to 11:30am, UK time, is cancelled, and its time is given up.',
      'Do not ring. Reply to this email to write to A. Person.',
    ]);
  });

  test('details are corrected', () => {
    const email = correctedCallNotice(makeCallEmail());
    expect(email.subject).toBe('ABCD2345 corrected: Tuesday 24 November, 11am');
    expect(opening(email)).toEqual([
      'The details of the callback on Tuesday 24 November, 11am to 11:30am, UK time, have been corrected. The desk says what has changed.',
      'Ring 01632 960 001. Reply to this email to write to A. Person.',
    ]);
  });

  test('no notice carries a key, even when it is handed one', async () => {
    const call = makeCallEmail();
    for (const email of [
      bookedNotice(call),
      bookedByUsNotice(call, 'rota@example.org'),
      movedByUsNotice({ ...call, ...BEFORE }, 'rota@example.org'),
      movedNotice({ ...call, ...BEFORE }),
      cancelledNotice(call),
      correctedCallNotice(call),
    ]) {
      const said = `${emailText(email, SITE)}${await emailHtml(email, SITE)}`;
      expect(said).not.toMatch(/CASEKEY|CALLKEY|your-enquiry/);
      expect(new Set(said.match(/https?:[^\s"<]+/g))).toEqual(
        new Set(['https://example.org/desk/cases/ABCD2345/']),
      );
    }
  });
});
