import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBy, openRequestIn, requestNote } from '#domain/desk/data-request.ts';
import { dayFromIso, isoDate } from '#domain/time/day.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, count, keyIn, mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeCallback } from '../support/make-call.ts';
import { fieldsIn, textIn } from '../support/read-page.ts';

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

const look = (q: string) => show(`/desk/data-requests/?q=${encodeURIComponent(q)}`);
const found = async (q: string) => list(await look(q), '#found ~ ul .waits-key');

describe('somebody who asks for their data', () => {
  test('is found by a reference, a number however written, and an address', async () => {
    const { reference } = await sendEnquiry({ phone: '01632 960 001' });
    const ringBack = await booked(await bookCallback(makeCallback({ phone: '01632 960 009' })));
    await sendEnquiry({ email: 'other@example.org' });
    for (const q of [reference, reference.toLowerCase(), '+441632960001', 'PERSON@example.org']) {
      expect(await found(q), q).toEqual([
        `A. Person, Example County Council Reference ${reference}`,
      ]);
    }
    expect(await found('01632 960009')).toEqual([
      expect.stringContaining(`Reference ${ringBack.reference}`),
    ]);
    expect(textIn(await look('01632 960 555'), '#found ~ p')).toContain('No case and no call.');
    expect(textIn(await look('Person'), '[role="status"]')).toContain('is no reference');
    expect(await count(t, 'audit')).toBe(0);
  });

  test('is told apart from others who give the same number', async () => {
    await sendEnquiry({ phone: '01632 960 001' });
    await sendEnquiry({ phone: '01632 960 001', name: 'B. Person', email: 'b@example.org' });
    const page = await look('01632 960 001');
    expect(textIn(page, '#found ~ p')).toContain('Different people give this number.');
    expect(list(page, '#found ~ ul .waits-key').map((line) => line.split(',')[0])).toEqual([
      'A. Person',
      'B. Person',
    ]);
  });

  test('is found in another’s case by the call that is theirs alone', async () => {
    const { link, reference } = await sendEnquiry({ phone: '01632 960 001' });
    const call = makeCallback({
      email: 'b@example.org',
      phone: '01632 960 002',
      case: keyIn(link),
    });
    await booked(await bookCallback(call));
    for (const q of ['b@example.org', '01632 960 002']) {
      const page = await look(q);
      expect(list(page, 'h2').join(), q).toContain('In other people’s cases');
      expect(page.$('a[href$="/erase/"]')).toHaveLength(0);
      expect(page.markup).toContain(`/desk/cases/${reference}/`);
    }
  });
});

describe('a request', () => {
  test('is noted at the case, with the day it came and the day by which to answer', async () => {
    const { reference } = await sendEnquiry({ phone: '01632 960 001' });
    const page = await look('01632 960 001');
    expect(textIn(page, '.case-will')).toContain('until Thursday 24 December');
    const link = page.$('#found ~ ul a:contains("Note this request")').attr('href') ?? '';
    const form = await show(link);
    const { words = '' } = fieldsIn(form);
    expect(words.split('\n')).toEqual([
      'Request about their data',
      'It came on: Tuesday 24 November 2026, by telephone / email / letter',
      'Answer by: Thursday 24 December 2026',
      'They ask for:',
      'How we made sure who asks:',
      'Answered on, and how:',
    ]);
    const path = `/desk/cases/${reference}/`;
    expect((await post(`${path}note/`, fieldsIn(form))).headers.get('location')).toBe(
      `${path}?done=note`,
    );
    expect(list(await show(path), '.timeline li')[0]).toContain('Request about their data');
    expect(fieldsIn(await show(`${path}note/`))['words']).toBe('');
  });

  test.each([
    ['2026-01-31', '2026-02-28'],
    ['2028-01-31', '2028-02-29'],
    ['2026-11-24', '2026-12-24'],
    ['2026-12-15', '2027-01-15'],
    ['2026-08-31', '2026-09-30'],
  ])('of %s is to be answered by %s', (came, by) => {
    expect(isoDate(answerBy(dayFromIso(came) ?? 0))).toBe(by);
  });
});

describe('what we hold, as a page', () => {
  test('says everything that was sent and noted, and names no staff and no key', async () => {
    const sent = {
      ...{ phone: '01632 960 001', role: 'Head of service', message: 'Two teams.\nOne question.' },
      ...{ people: 46, rhythm: 'monthly', sessions: 12, when: 'In spring' },
    };
    const { reference, link } = await sendEnquiry(sent);
    await booked(await bookCallback(makeCallback({ topic: 'Times', case: keyIn(link) })));
    const path = `/desk/cases/${reference}/`;
    await post(`${path}note/`, { ...fieldsIn(await show(`${path}note/`)), words: 'Ring early.' });
    await post(`${path}owner/`, { owner: 'staff@example.org' });
    const page = await show(`${path}held/`);
    const text = page.$('main').text();
    const said = { ...sent, rhythm: 'Monthly' };
    for (const value of [...Object.values(said), 'Times', 'Ring early.', reference]) {
      for (const line of String(value).split('\n')) expect(text).toContain(line);
    }
    for (const heading of ['What you told us', 'Calls', 'What has happened', 'Emails about it']) {
      expect(list(page, 'h2')).toContain(heading);
    }
    for (const name of ['owner set', '/api/', '/desk/cases/note']) {
      expect(text).not.toContain(name);
    }
    expect(page.markup).not.toContain('staff@example.org');
    expect(page.markup).not.toContain(keyIn(link));
  });

  test('changes nothing, and leaves a line in the audit', async () => {
    const { reference } = await sendEnquiry();
    await show(`/desk/cases/${reference}/held/`);
    const lines = await t.app.database.query('SELECT act, reference FROM audit');
    expect(lines).toEqual([{ act: 'case exported', reference }]);
  });
});

describe('a request that is noted', () => {
  const note = async (change = (words: string) => words) => {
    const { reference } = await sendEnquiry({ phone: '01632 960 001' });
    const path = `/desk/cases/${reference}/`;
    const form = fieldsIn(await show(`${path}note/?about=data-request`));
    await post(`${path}note/`, { ...form, words: change(form['words'] ?? '') });
    return reference;
  };
  const told = async () => {
    const page = await show('/desk/');
    return {
      entries: list(page, '#data-requests ~ .waits .waits-said'),
      short: page.$('.waits-short a[href="#data-requests"]').text(),
      pressing: page.$('.waits-short a[href="#data-requests"]').hasClass('pressing'),
    };
  };
  const comeBackAt = async (instant: string) => {
    t.setNow(instant);
    await signInAgain();
  };

  test('is on Today until it is answered, and presses before it is due', async () => {
    const reference = await note();
    expect(await told()).toEqual({
      entries: ['Answer it by Thursday 24 December: 30 days left.'],
      short: '1 data request',
      pressing: false,
    });
    await comeBackAt('2026-12-14T09:00:00Z');
    expect(await told()).toEqual({
      entries: ['Answer it by Thursday 24 December: 10 days left.'],
      short: '1 data request',
      pressing: true,
    });
    await comeBackAt('2026-12-26T09:00:00Z');
    expect(await told()).toEqual({
      entries: ['Overdue by 2 days: it was to be answered by Thursday 24 December.'],
      short: '1 data request, 1 overdue',
      pressing: true,
    });
    const change = (await show(`/desk/cases/${reference}/`))
      .$('.timeline a[href*="/notes/"]')
      .first()
      .attr('href');
    const form = fieldsIn(await show(change ?? ''));
    await post(change ?? '', { ...form, words: `${form['words']} 24 December, by letter` });
    expect((await told()).entries).toEqual([]);
  });

  test('is said at the case itself, with what to do, until it is answered', async () => {
    const page = await show(`/desk/cases/${await note()}/`);
    expect(textIn(page, '.case-next.is-data-request')).toContain('They asked about their data.');
    expect(page.$('.case-next a[href="/desk/data-requests/"]')).toHaveLength(1);
  });

  test('is in the digest of every working day until it is answered', async () => {
    const reference = await note();
    const resting = { outcome: 'spoke', followUp: '2027-01-11' };
    await post(`/desk/cases/${reference}/outcome/`, resting);
    await comeBackAt('2026-12-14T09:00:00Z');
    expect(await runJob(t.app, 'digest')).toContain('on its way');
    expect(mailTo(t, 'staff@example.org').at(-1)?.text).toContain(
      '1 data request:\nUrgent. Answer it by Thursday 24 December: 10 days left.\n',
    );
  });

  test('is told of before the case is erased, with the note that goes', async () => {
    const reference = await note();
    const page = await show(`/desk/cases/${reference}/erase/`);
    expect(textIn(page, '.case-will')).toContain(
      'is not answered yet. Its note goes too, and Today says no more of it: answer it first, or remember yourself to answer it by Thursday 24 December.',
    );
  });

  test('says so when its note names no day', async () => {
    await note((words) => words.replace(/Answer by: .*/, 'Answer by: soon'));
    expect((await told()).entries).toEqual([
      'By when to answer is missing in the note, or cannot be read: write the day as “Sunday 27 December 2026”.',
    ]);
  });

  test('counts its month from the day it came, unless somebody gives another day to answer by', async () => {
    const came = (words: string) => words.replace(/It came on: .*/, 'It came on: 6 November 2026');
    await note(came);
    expect((await told()).entries).toEqual(['Answer it by Sunday 6 December: 12 days left.']);
    await note((words) =>
      came(words).replace(/Answer by: .*/, 'Answer by: 6/1/2027, as it is hard'),
    );
    expect((await told()).entries).toContain(
      'Answer it by Wednesday 6 January 2027: 43 days left.',
    );
  });

  test.each(['not yet', 'Not yet.', 'no', '-'])(
    'is open while its answer says %j',
    async (said) => {
      await note((words) => `${words} ${said}`);
      expect((await told()).entries).toHaveLength(1);
    },
  );

  test('is read as it is written, whatever the day, and however much was written besides', () => {
    const days = fc.integer({ min: 20_000, max: 26_000 });
    fc.assert(
      fc.property(days, fc.lorem(), (day, besides) => {
        const asked = requestNote(day).replace('for:', `for: ${besides}`);
        expect(openRequestIn(asked)).toEqual({ by: answerBy(day) });
        expect(openRequestIn(`${asked} ${besides}`)).toBeUndefined();
        expect(openRequestIn(`${besides}${asked}`)).toBeUndefined();
      }),
    );
  });
});
