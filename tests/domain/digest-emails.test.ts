import { load } from 'cheerio';
import { describe, expect, it } from 'vitest';
import { hasNews } from '#domain/desk/digest.ts';
import { digestEmail } from '#emails/digest-emails.ts';
import { emailHtml, emailText } from '#emails/email-html.ts';
import { london } from '../support/london.ts';
import { caller, conflictingCall, full, makeDigest } from '../support/make-digest.ts';

describe('the digest', () => {
  it('is as long as a mail, however much there is, and says how much more', () => {
    const many = makeDigest({
      fresh: Array.from({ length: 1_000 }, (_, index) => ({
        ...caller,
        reference: `R${index}`,
        enquired: true,
      })),
      undelivered: Array.from({ length: 51 }, () => ({
        what: 'withdrawal notice',
        audience: 'staff' as const,
        how: 'given up' as const,
      })),
    });
    const text = emailText(digestEmail(many), 'Reflective Practice Groups');
    expect(text.match(/Reference R/g)).toHaveLength(50);
    expect(text).toContain('950 more are at the desk.');
    expect(text).toContain('1 more is at the desk.');
    expect(digestEmail(many).subject).toContain('1000 new');
  });

  it('leads with what did not arrive, and says everything in order', () => {
    expect(emailText(digestEmail(full), 'Reflective Practice Groups')).toBe(`Not delivered
-------------

These messages did not arrive, and will not be tried again. Contact these people another way.

A. Person, Example County Council:
The acknowledgement to A. Person, Example County Council was sent back.
They gave the number 01632 960 001.
Reference AAAAAAAA
https://example.org/desk/cases/AAAAAAAA/

About no enquiry:
The withdrawal notice to staff could not be sent.

New since the last digest
-------------------------

A. Person, Example County Council:
Sent an enquiry.
Reference BBBBBBBB
https://example.org/desk/cases/BBBBBBBB/

B. Person:
Asked for a callback: Tuesday 24 November, 3pm to 3:30pm, UK time.
Reference CCCCCCCC
https://example.org/desk/cases/CCCCCCCC/

A. Person, Example County Council:
Asked for a discovery call: cancelled since.
Reference DDDDDDDD
https://example.org/desk/cases/DDDDDDDD/

Waiting for us
--------------

Once you have answered one, note the outcome at the desk, and it leaves this list.

A. Person, Example County Council:
Got in touch on Friday 20 November, 2:05pm.
Reference EEEEEEEE
https://example.org/desk/cases/EEEEEEEE/

B. Person:
Their callback was on Monday 23 November, 11am, and no outcome is noted. We last tried to reach them on Monday 23 November, 4:30pm.
Reference IIIIIIII
https://example.org/desk/cases/IIIIIIII/

Calls today (UK time)
---------------------

11am to 11:30am:
A. Person, Example County Council: discovery call
Ring 01632 960 003
Reference FFFFFFFF
https://example.org/desk/cases/FFFFFFFF/

3pm to 3:30pm:
B. Person: callback
Ring 01632 960 004
Reference CCCCCCCC
https://example.org/desk/cases/CCCCCCCC/

In quarantine
-------------

Since the last digest 2 messages looked automatic, so no notice went out: GGGGGGGG, HHHHHHHH. Each is kept for 7 days and then erased, unless it is on hold. There are 5 in quarantine now.

Open the desk: https://example.org/desk/

-- 
Reflective Practice Groups`);
  });

  it('counts in its subject, without a name or a reference', () => {
    const { subject, preview } = digestEmail(full);
    expect(subject).toBe(
      'Tuesday 24 November: 2 not delivered, 3 new, 2 waiting, 2 calls, 2 in quarantine',
    );
    expect(preview).toBe('The first call is at 11am.');
  });

  it('leaves out what there is none of, but says that no calls are booked', () => {
    const words = digestEmail(makeDigest({ fresh: full.fresh.slice(0, 1) }));
    expect(words.subject).toBe('Tuesday 24 November: 1 new');
    expect(words.blocks.filter(({ kind }) => kind === 'heading')).toEqual([
      { kind: 'heading', text: 'New since the last digest' },
      { kind: 'heading', text: 'Calls today' },
    ]);
    expect(emailText(words, '')).toContain('No calls are booked for today.');
  });

  it('names the 20 cases that have waited longest, and counts the others', () => {
    const waiting = Array.from({ length: 22 }, (_, index) => ({
      ...caller,
      reference: `AAAAAA${index + 10}`,
      at: london('2026-11-20T14:05'),
      because: 'wrote' as const,
    }));
    const words = digestEmail(makeDigest({ waiting }));
    const text = emailText(words, '');
    expect(words.subject).toContain('22 waiting');
    expect(text).toContain('Reference AAAAAA29');
    expect(text).not.toContain('Reference AAAAAA30');
    expect(text).toContain('\n\n2 more cases are waiting.\n\n');
  });

  it('leads from each name to its case in HTML too', async () => {
    const $ = load(await emailHtml(digestEmail(full), 'Reflective Practice Groups'));
    const links = $('strong a')
      .toArray()
      .map((link) => [$(link).attr('href'), $(link).text()]);
    expect(links).toContainEqual([
      'https://example.org/desk/cases/EEEEEEEE/',
      'A. Person, Example County Council',
    ]);
    expect(links).toContainEqual(['https://example.org/desk/cases/FFFFFFFF/', '11am to 11:30am']);
    expect($('strong:contains("About no enquiry") a')).toHaveLength(0);
    expect($('strong:contains("About no enquiry")')).toHaveLength(1);
  });

  it('tells apart those to follow up and those who were offered times, with what each waits for', () => {
    const at = london('2026-11-24T00:00');
    const due = { ...caller, reference: 'JJJJJJJJ', at, because: 'follow-up' as const };
    const offer = { ...caller, reference: 'KKKKKKKK', at: london('2026-11-20T14:05') };
    const words = digestEmail(makeDigest({ waiting: [due], offered: [offer] }));
    expect(words.subject).toBe('Tuesday 24 November: 1 to follow up');
    const text = emailText(words, '');
    expect(text).toContain(`To follow up
------------

A. Person, Example County Council:
Due for follow-up since Tuesday 24 November.
Reference JJJJJJJJ`);
    expect(text).toContain(`Offered times, none chosen yet
------------------------------

A. Person, Example County Council:
Offered on Friday 20 November, 2:05pm.
Reference KKKKKKKK`);
    expect(text).not.toContain('Waiting for us');
    expect(hasNews(makeDigest({ offered: [offer] }))).toBe(false);
  });

  it('says that a case was written down at the desk', () => {
    const fresh = [{ ...caller, reference: 'LLLLLLLL', enquired: true, byHand: true }];
    const text = emailText(digestEmail(makeDigest({ fresh })), '');
    expect(text).toContain('Written down at the desk.');
    expect(text).not.toContain('Sent an enquiry.');
  });

  it('names at most 50 of what is in quarantine', () => {
    const references = Array.from({ length: 53 }, () => 'GGGGGGGG');
    const words = digestEmail(makeDigest({ quarantined: { references, kept: 53, days: 1 } }));
    const text = emailText(words, '');
    expect(text.match(/GGGGGGGG/g)).toHaveLength(50);
    expect(text).toContain('53 messages looked automatic');
    expect(text).toContain(', and 3 more. Each is kept for 1 day');
  });

  it('leads with the calls that cannot take place, each with who, when, why and what was done', () => {
    const words = digestEmail({ ...full, conflicting: [conflictingCall] });
    expect(words.subject).toContain(': 1 to move, 2 not delivered');
    const [heading, before, rows] = words.blocks;
    expect(heading).toEqual({ kind: 'heading', text: 'Calls that cannot take place' });
    expect(before).toMatchObject({ kind: 'paragraph' });
    expect(rows).toEqual({
      kind: 'answers',
      rows: [
        [
          'A. Person, Example County Council',
          [
            'A discovery call on Wednesday 25 November, 1:30pm to 2pm, UK time',
            'Blocked 1pm to 3pm: Training.',
            'They gave the number 01632 960 005.',
            'Reference JJJJJJJJ',
          ].join('\n'),
          'https://example.org/desk/cases/JJJJJJJJ/',
        ],
      ],
    });
    const offered = digestEmail(
      makeDigest({ conflicting: [{ ...conflictingCall, offered: true }] }),
    );
    expect(emailText(offered, '')).toContain('They were sent other times, and have not chosen one');
  });

  it('tells of a call today that cannot take place that it cannot, and not to ring', () => {
    const [call] = full.calls;
    if (!call) throw new Error('There is a call in the full digest.');
    const { because } = conflictingCall;
    const text = emailText(digestEmail(makeDigest({ calls: [{ ...call, because }] })), '');
    expect(text).toContain('It cannot take place. Blocked 1pm to 3pm: Training.');
    expect(text).not.toContain('Ring 01632');
  });

  it('says after complaints how many data requests are open and which day is nearest, and whose none are', async () => {
    const dayOf = (date: string) => london(`${date}T00:00`) / 86_400_000;
    const one = { ...caller, reference: 'MMMMMMMM', by: dayOf('2026-12-24') };
    const alone = digestEmail(makeDigest({ requests: [one] }));
    expect(alone.subject).toBe('Tuesday 24 November: 1 data request');
    expect(emailText(alone, '')).toMatch(`Data requests
-------------

1 data request:
Answer it by Thursday 24 December: 30 days left.
https://example.org/desk/#data-requests`);
    const requests = [
      { ...caller, reference: 'NNNNNNNN', by: undefined },
      { ...caller, reference: 'OOOOOOOO', by: dayOf('2026-11-20') },
      one,
    ];
    const words = digestEmail(makeDigest({ requests, waiting: full.waiting }));
    expect(words.subject).toBe('Tuesday 24 November: 3 data requests, 1 overdue, 2 waiting');
    expect(emailText(words, '')).toMatch(`3 data requests, 1 overdue:
The one that is due first:
Urgent. Overdue by 4 days: it was to be answered by Friday 20 November.
The note of one does not say by when to answer, or not as a date that can be read: write the day into it.
https://example.org/desk/#data-requests

Waiting for us`);
    expect(emailText(words, '')).not.toMatch(/MMMMMMMM|NNNNNNNN|OOOOOOOO/);
    const $ = load(await emailHtml(alone, ''));
    expect($('a[href="https://example.org/desk/#data-requests"]').text()).toBe('1 data request');
    expect($.text()).not.toContain('A. Person');
    const undated = digestEmail(makeDigest({ requests: requests.slice(0, 1) }));
    expect(emailText(undated, '')).toContain(
      '1 data request:\nBy when to answer is missing in the note, or cannot be read: write the day as “Sunday 27 December 2026”.',
    );
    expect(hasNews(makeDigest({ requests: [one] }))).toBe(true);
  });

  it('has news when any part of it has', () => {
    expect(hasNews(makeDigest())).toBe(false);
    expect(hasNews(makeDigest({ conflicting: [conflictingCall] }))).toBe(true);
    expect(hasNews(makeDigest({ quarantined: { references: [], kept: 3, days: 30 } }))).toBe(false);
    for (const part of ['undelivered', 'fresh', 'waiting', 'calls', 'quarantined'] as const) {
      expect(hasNews(makeDigest({ [part]: full[part] })), part).toBe(true);
    }
  });
});
