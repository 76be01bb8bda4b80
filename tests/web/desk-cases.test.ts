import { beforeEach, describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { bookCallback, booked, cancelCall, count } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { signIn } from '../support/desk.ts';
import { deskOf, postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback } from '../support/make-call.ts';
import { textIn } from '../support/read-page.ts';

const t = testApp();
let desk: ReturnType<typeof deskOf>;
beforeEach(async () => {
  desk = deskOf(await signIn(t));
});
/** The reference of an enquiry somebody sends. */
const enquire = async (overrides: Record<string, unknown> = {}) =>
  (await sendEnquiry(overrides)).reference;

const ringBack = async (overrides: Record<string, unknown> = {}) =>
  booked(await bookCallback(makeCallback(overrides)));

const referencesIn = (page: Awaited<ReturnType<typeof desk.list>>) =>
  list(page, '.case-ref').map((text) => text.replace('Reference ', ''));

const linksIn = (page: Awaited<ReturnType<typeof desk.list>>) =>
  page
    .$('.case-pages a')
    .toArray()
    .map((link) => page.$(link).attr('href'));

const queryOf = (address: string | undefined) =>
  new URL(address ?? '', 'https://example.org').search;

describe('the list of cases', () => {
  test('says when there are none', async () => {
    const page = await desk.list();
    expect(page.status).toBe(200);
    expect(textIn(page, '.lede')).toBe('There are no cases yet.');
    expect(page.$('form[method="get"] input[name="q"]')).toHaveLength(1);
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('tells who each is from, how it stands and when we were last in touch, newest contact first', async () => {
    const first = await enquire();
    t.setNow('2026-11-24T10:30:00Z');
    const { reference: second } = await ringBack({ organisation: undefined });
    const page = await desk.list();
    expect(referencesIn(page)).toEqual([second, first]);
    expect(list(page, '.case-row')).toEqual([
      `A. Person Reference ${second} Call to come: Wednesday 25 November, 11am In touch Tuesday 24 November, 10:30am`,
      `A. Person, Example County Council Reference ${first} Waiting for us In touch Tuesday 24 November, 10am`,
    ]);
    expect(page.$('.case-row a').first().attr('href')).toBe(`/desk/cases/${second}/`);
  });

  test('comes in pages of 25, and a page past the end says so', async () => {
    for (let number = 0; number < 26; number += 1) {
      t.setNow(new Date(Date.UTC(2026, 10, 24, 10, number)).toISOString());
      await enquire({ name: `Person ${number}` });
    }
    const page = await desk.list();
    expect(referencesIn(page)).toHaveLength(25);
    const older = linksIn(page);
    expect(older).toEqual([expect.stringMatching(/^\/desk\/cases\/\?after=/)]);
    const next = await desk.list(queryOf(older[0]));
    expect(list(next, '.case-who')).toEqual(['Person 0, Example County Council']);
    const newer = linksIn(next);
    expect(newer).toEqual([expect.stringMatching(/^\/desk\/cases\/\?before=/)]);
    expect(referencesIn(await desk.list(queryOf(newer[0])))).toEqual(referencesIn(page));
    const past = await desk.list('?q=person&after=0.00000000-0000-4000-8000-000000000000');
    expect(textIn(past, '.lede')).toBe('There are no more cases.');
    expect(linksIn(past)).toEqual(['/desk/cases/?q=person']);
    for (const nonsense of ['?after=nonsense', '?before=-1', '?page=2']) {
      expect(referencesIn(await desk.list(nonsense))).toEqual(referencesIn(page));
    }
  });

  test('goes through what was found, page by page, and back', async () => {
    for (let number = 0; number < 60; number += 1) {
      await enquire({ name: number % 10 === 0 ? 'Another' : 'Sought' });
    }
    const first = await desk.list('?q=sought');
    const second = await desk.list(queryOf(linksIn(first)[0]));
    const third = await desk.list(queryOf(linksIn(second)[1]));
    expect(referencesIn(third)).toHaveLength(4);
    expect([first, second, third].map((page) => textIn(page, '.lede'))).toEqual([
      'The first 25 cases found for “sought”. There are more.',
      'The next 25 cases found for “sought”. There are more.',
      'The last 4 cases found for “sought”.',
    ]);
    expect(textIn(first, 'title')).toMatch(/^The first 25 cases found for “sought” · Cases/);
    const all = [first, second, third].flatMap(referencesIn);
    expect(new Set(all).size).toBe(54);
    const back = await desk.list(queryOf(linksIn(third)[0]));
    expect(referencesIn(back)).toEqual(referencesIn(second));
    expect(linksIn(back)).toEqual(linksIn(second));
  });

  test('narrows to what waits, what is in quarantine and what is closed', async () => {
    const waiting = await enquire({ name: 'Waiting' });
    const closed = await enquire({ name: 'Closed' });
    await desk.about(closed).act('outcome', { outcome: 'not-now' });
    const trapped = { name: 'Automatic', 'leave-empty': 'https://example.org' };
    const { reference: quarantined } = await inQuarantine(t, await postEnquiry(trapped));
    const { reference: booked } = await ringBack({ name: 'Booked' });
    expect(referencesIn(await desk.list('?filter=waiting'))).toEqual([waiting]);
    expect(referencesIn(await desk.list('?filter=closed'))).toEqual([closed]);
    expect(referencesIn(await desk.list('?filter=quarantine'))).toEqual([quarantined]);
    expect(referencesIn(await desk.list()).sort()).toEqual(
      [waiting, closed, quarantined, booked].sort(),
    );
    expect(referencesIn(await desk.list('?filter=nonsense'))).toHaveLength(4);
    const page = await desk.list('?filter=closed');
    expect(page.$('.case-filters [aria-current="page"]').text()).toBe('Closed');
  });

  test('has in quarantine the case that holds a call there', async () => {
    const reference = await enquire();
    await t.app.database.query(
      `INSERT INTO bookings (id, case_id, key_hash, kind, starts_at, ends_at, name, phone, uid, stamp, created_at, quarantined_at)
       SELECT gen_random_uuid(), id, decode(repeat('00', 32), 'hex'), 'callback', '2026-11-25T11:00Z', '2026-11-25T11:30Z',
         'A. Person', '01632 960 001', 'u@example.org', now(), now(), now() FROM cases`,
    );
    expect(referencesIn(await desk.list('?filter=quarantine'))).toEqual([reference]);
    const page = await desk.about(reference).show();
    expect(textIn(page, '.case-nexts')).toContain('A call looked automatic.');
  });
});

describe('what a case waits for', () => {
  const standing = async () => list(await desk.list(), '.case-standing')[0];

  test('us, until staff were in touch', async () => {
    const reference = await enquire();
    const { act } = desk.about(reference);
    expect(await standing()).toBe('Waiting for us');
    t.setNow('2026-11-24T11:00:00Z');
    await act('outcome', { outcome: 'no-answer' });
    expect(await standing()).toBe('Waiting for us');
    t.setNow('2026-11-24T11:30:00Z');
    await act('outcome', { outcome: 'left-a-message' });
    expect(await standing()).toBe('Nothing to do now. Look at it again on Friday 27 November');
    t.setNow('2026-11-24T12:00:00Z');
    await act('outcome', { outcome: 'commissioned' });
    expect(await standing()).toBe('Closed');
    t.setNow('2026-11-24T12:30:00Z');
    await act('outcome', { outcome: 'spoke' });
    expect(await standing()).toBe('Nothing to do now. Look at it again on Friday 27 November');
  });

  test('its call, and once that is over, what came of it', async () => {
    const { reference } = await ringBack();
    expect(await standing()).toBe('Call to come: Wednesday 25 November, 11am');
    t.setNow('2026-11-25T11:15:00Z');
    desk = deskOf(await signIn(t));
    expect(await standing()).toBe('Call to come: Wednesday 25 November, 11am');
    t.setNow('2026-11-25T11:30:00Z');
    expect(await standing()).toBe('Waiting for us');
    expect(textIn(await desk.about(reference).show(), '.case-nexts')).toContain(
      'No outcome is noted.',
    );
    await desk.about(reference).act('outcome', { outcome: 'spoke' });
    expect(await standing()).toBe('Nothing to do now. Look at it again on Monday 30 November');
  });

  test('us, when they cancelled the call that opened it', async () => {
    const { booking, reference } = await ringBack();
    await cancelCall(booking);
    expect(await standing()).toBe('Waiting for us');
    await desk.about(reference).act('outcome', { outcome: 'wrote' });
    expect(await standing()).toBe('Nothing to do now. Look at it again on Friday 27 November');
  });
});

describe('a search', () => {
  test('finds a reference however it is typed', async () => {
    const reference = await enquire();
    await enquire({ name: 'B. Person' });
    const spaced = `${reference.slice(0, 4)} ${reference.slice(4)}`.toLowerCase();
    for (const typed of [reference, reference.toLowerCase(), spaced, `  ${reference}  `]) {
      const page = await desk.list(`?q=${encodeURIComponent(typed)}`);
      expect(referencesIn(page), typed).toEqual([reference]);
    }
  });

  test('finds parts of a name and an organisation, in any case, of enquiries and of calls', async () => {
    const enquiry = await enquire({ name: 'Zoë Ångström', organisation: 'Example Hospice' });
    const { reference } = await ringBack({ name: 'Somebody Else', organisation: 'Example School' });
    expect(referencesIn(await desk.list('?q=hospice'))).toEqual([enquiry]);
    expect(referencesIn(await desk.list('?q=angstr'))).toEqual([enquiry]);
    expect(referencesIn(await desk.list('?q=else+SCHOOL'))).toEqual([reference]);
    expect(referencesIn(await desk.list('?q=example')).sort()).toEqual([enquiry, reference].sort());
    expect(referencesIn(await desk.list('?q=hospice+school'))).toEqual([]);
  });

  test('takes every character for itself', async () => {
    const odd = await enquire({ organisation: '100% of_us \\ them' });
    await enquire({ organisation: '100 of ours' });
    for (const typed of [
      '%',
      '\\',
      "'",
      "' OR 7=7 --",
      '"; DROP TABLE cases; --',
      ':*',
      'zq:*',
      '!zq',
      '(',
      '&|',
    ]) {
      expect(referencesIn(await desk.list(`?q=${encodeURIComponent(typed)}`)), typed).toEqual([]);
    }
    for (const typed of ['of_us', 'us \\ them', 'us & them', '100% !us', '(them)']) {
      expect(referencesIn(await desk.list(`?q=${encodeURIComponent(typed)}`)), typed).toContain(
        odd,
      );
    }
    expect(await count(t, 'cases')).toBe(2);
  });

  test('bears what no name holds, and words without end', async () => {
    await enquire();
    for (const typed of ['\u0000person', 'x'.repeat(5000), '\ud800', '%'.repeat(300)]) {
      expect((await desk.list(`?q=${encodeURIComponent(typed.toWellFormed())}`)).status).toBe(200);
    }
    expect(referencesIn(await desk.list('?q=%00person'))).toHaveLength(1);
  });

  test('that finds nothing says so, with what was typed still there and a way to every case', async () => {
    await enquire();
    const page = await desk.list('?q=%3Cb%3Enobody&filter=waiting');
    expect(page.status).toBe(200);
    expect(textIn(page, '.lede')).toBe('No case was found for “<b>nobody” under “Waiting for us”.');
    expect(page.$('#q').val()).toBe('<b>nobody');
    expect(page.$('main a[href="/desk/cases/"]').length).toBeGreaterThan(0);
    expect(page.markup).not.toContain('<b>nobody');
    expect(textIn(page, 'title')).toMatch(
      /^No case was found for “<b>nobody” under “Waiting for us” · Cases/,
    );
  });

  test('that finds some says how many and for what, and a list that was not looked for says nothing', async () => {
    await enquire({ name: 'Sought' });
    const said = async (query: string) => textIn(await desk.list(query), '.lede');
    expect(await said('?q=sought')).toBe('1 case found for “sought”.');
    await enquire({ name: 'Sought' });
    expect(await said('?q=sought')).toBe('2 cases found for “sought”.');
    expect(await said('?q=sought&filter=waiting&owner=nobody')).toBe(
      '2 cases found for “sought” under “Waiting for us”, which nobody sees to.',
    );
    const all = await desk.list();
    expect(all.$('.lede')).toHaveLength(0);
    expect(textIn(all, 'title')).toMatch(/^Cases · The desk/);
  });
});
