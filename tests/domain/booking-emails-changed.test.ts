import { describe, expect, test } from 'vitest';
import { CALENDARS_FOLLOW } from '#domain/booking/words.ts';
import { cancelledEmail, handedOnEmail, movedEmail } from '#emails/booking-emails.ts';
import { correctedEmail } from '#emails/corrected-call-email.ts';
import { emailText } from '#emails/email-html.ts';
import { makeCallEmail } from '../support/make-call-email.ts';

const SITE = 'Reflective Practice Groups';

const BEFORE = {
  before: { start: Date.parse('2026-11-23T16:30:00Z'), end: Date.parse('2026-11-23T17:00:00Z') },
};

const AS_BEFORE = { cannotTakePlace: false, linksEnded: false };

const DISCOVERY = { kind: 'discovery-call' } as const;

describe('to the enquirer', () => {
  test('a call has moved: where to, and where from', () => {
    const email = movedEmail({ ...makeCallEmail(DISCOVERY), ...BEFORE });
    expect(email.subject).toBe('Your discovery call has moved: Tuesday 24 November, 11am');
    expect(email.preview).toBe(
      'We will ring you on the number you gave us. Your reference is ABCD2345.',
    );
    const text = emailText(email, SITE);
    expect(text.split('\n\n').slice(0, 3)).toEqual([
      'Dear A. Person',
      'Your discovery call has moved to Tuesday 24 November, 11am to 11:30am, UK time.',
      'It was on Monday 23 November, 4:30pm to 5pm, UK time: we will not ring you then.',
    ]);
    expect(text).toContain('Choose another time: https://example.org/');
    expect(text).toContain(CALENDARS_FOLLOW);
    expect(text).toContain('Download the invitation (.ics file): https://example.org/');
    expect(JSON.stringify(email)).not.toMatch(/calendar\.google|outlook\./);
  });

  test('a call is cancelled, and offers no calendar to put it in', () => {
    const email = cancelledEmail(makeCallEmail());
    expect(email.subject).toBe('Your callback is cancelled: Tuesday 24 November, 11am');
    expect(email.preview).toBe('We will not ring you then. Your reference is ABCD2345.');
    expect(emailText(email, SITE)).toBe(`Dear A. Person

Your callback on Tuesday 24 November, 11am to 11:30am, UK time, is cancelled. We will not ring you then.

A cancellation for your calendar comes with this email. ${CALENDARS_FOLLOW}

If you would like another time
------------------------------

You can book another call from your own page.

You can see, correct or erase what you sent us on your own page. Anyone who has this link can do the same, so pass it on with care.

Your own page: https://example.org/your-enquiry/CASEKEY/

Your reference
--------------

ABCD2345

If you would rather talk, ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time). Through Relay UK, dial 18001 before the number.

-- 
Reflective Practice Groups, 01632 960 999`);
  });

  test('the details of a call are corrected', () => {
    const call = makeCallEmail({ phone: '01632 960 002' });
    const email = correctedEmail({ ...call, isFirstHere: false, ...AS_BEFORE });
    expect(email.subject).toBe(
      'The details of your callback have changed: Tuesday 24 November, 11am',
    );
    const text = emailText(email, SITE);
    expect(text.split('\n\n').slice(1, 3)).toEqual([
      'The details of your callback have been corrected. Your own page shows them.',
      'It is still on Tuesday 24 November, 11am to 11:30am, UK time.',
    ]);
    expect(text).toContain(
      'We will ring you on the number you gave us, between 11am and 11:30am (UK time).',
    );
    // A person who made an entry by hand would lose the call by deleting it.
    expect(text).toContain('the time of that entry is still right.');
    expect(text).not.toContain('delete that entry');
    expect(JSON.stringify(email)).not.toMatch(/calendar\.google|outlook\./);
    expect(JSON.stringify(correctedEmail({ ...call, isFirstHere: true, ...AS_BEFORE }))).toMatch(
      /calendar\.google/,
    );
  });

  test('the details of a call are corrected whose time has been blocked: we will not ring then', () => {
    const call = { ...makeCallEmail(), isFirstHere: true, cannotTakePlace: true };
    const email = correctedEmail({ ...call, linksEnded: false });
    expect(email.subject).toBe('Please choose another time for your callback');
    expect(email.preview).toBe('We cannot ring you on Tuesday 24 November, 11am.');
    const text = emailText(email, SITE);
    expect(text.split('\n\n').slice(1, 3)).toEqual([
      'We are sorry: we cannot ring you at the time of your callback, Tuesday 24 November, 11am to 11:30am, UK time.',
      'We will write to you with other times.',
    ]);
    expect(text).toContain('You can choose another time now, or cancel the call.');
    expect(text).toContain(
      'The details of the call have been corrected. Your own page shows them.',
    );
    expect(text).not.toMatch(/still on|ring you on|Put it in your calendar|until it starts/);
    expect(text).toContain('Choose another time: https://example.org/');
  });

  test.each([true, false])('where links ended it says so: %s', (linksEnded) => {
    for (const cannotTakePlace of [true, false]) {
      const about = { isFirstHere: true, cannotTakePlace, linksEnded };
      const text = emailText(correctedEmail({ ...makeCallEmail(), ...about }), SITE);
      expect(text.includes('Links we sent before no longer work. Keep this email.')).toBe(
        linksEnded,
      );
    }
  });

  test('an address a call no longer goes by is told the time, and nothing of anybody', () => {
    const email = handedOnEmail(makeCallEmail());
    expect(email.subject).toBe('This address is no longer used for ABCD2345');
    expect(emailText(email, SITE)).toBe(`Hello

The callback on Tuesday 24 November, 11am to 11:30am, UK time, now uses another email address. We will not write to you here about it again.

A cancellation for the calendar of this address comes with this email. The call itself is still booked. ${CALENDARS_FOLLOW}

If you would rather talk, ring 01632 960 999, Monday to Friday, 9am to 6pm (UK time). Through Relay UK, dial 18001 before the number.

-- 
Reflective Practice Groups, 01632 960 999`);
  });
});
