import { describe, expect, test } from 'vitest';
import type { Outcome } from '#domain/desk/outcomes.ts';
import { feedAddress } from '#services/calendar-feed/feed-address.ts';
import { testApp } from '../support/app.ts';
import { bookCallback, bookDiscoveryCall, booked, cancelCall } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { postEnquiry, sendEnquiry } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { noteOutcome } from '../support/note-outcome.ts';
import { type PageRead, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();

const enquire = async (overrides: Record<string, unknown> = {}) =>
  (await sendEnquiry(overrides)).reference;

const today = async () => readPage(await openDesk(get('/desk/', await signIn(t))));

const headings = ({ $ }: PageRead) =>
  $('main h2')
    .toArray()
    .map((heading) => $(heading).text());

/** What stands below a heading: each entry with white space as one space, and where its links lead. */
function entriesOf({ $ }: PageRead, part: string) {
  return $(`section[aria-labelledby="${part}"] .waits > li`)
    .toArray()
    .map((item) => ({
      text: $(item)
        .find('p')
        .toArray()
        .map((line) => $(line).text().replace(/\s+/g, ' ').trim())
        .join(' | '),
      links: $(item)
        .find('a')
        .toArray()
        .map((link) => $(link).attr('href')),
    }));
}

const caseAt = (reference: string) => `/desk/cases/${reference}/`;

const note = (reference: string, outcome: Outcome) => noteOutcome(t, reference, outcome);

describe('today, at the desk', () => {
  test('says so when nothing waits, and still where the calls of the day would stand', async () => {
    const page = await today();
    expect(page.$('.lede').text()).toBe('Tuesday 24 November: nothing is waiting');
    expect(headings(page)).toEqual([
      'Calls today',
      'Calls on Wednesday 25 November',
      'Calls in your own calendar',
    ]);
    expect(page.$('main').text()).toContain('No calls are booked for today.');
  });

  test('tells what waits in the order in which it presses', async () => {
    const lost = await enquire({ phone: '01632 960 005' });
    await t.app.database.query(
      `INSERT INTO delivery_reports (id, provider_id, type, reported_at, received_at)
       SELECT 'msg_1', provider_id, 'email.bounced', $1, $1 FROM messages WHERE kind = 'acknowledgement'`,
      [t.app.now()],
    );
    await booked(await bookCallback(makeCallback({ start: '2026-11-24T15:00:00+00:00' })));
    await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const day = { from: '2026-11-26', to: '2026-11-26' };
    await haveSet(t.app, { kind: 'block', ...day, hours: hours('14:00', '16:00') });
    await inQuarantine(t, await postEnquiry({ 'leave-empty': 'x' }));
    const page = await today();
    expect(headings(page)).toEqual([
      'Calls that cannot take place',
      'Not delivered',
      'Calls today',
      'Calls on Wednesday 25 November',
      'Waiting for us',
      'In quarantine',
      'Calls in your own calendar',
    ]);
    const short = page.$('.waits-short a').toArray();
    expect(short.map((link) => page.$(link).text())).toEqual([
      '1 call cannot take place',
      '1 not delivered',
      '1 call today',
      '1 waiting',
      '1 in quarantine',
    ]);
    for (const link of short) expect(page.$(page.$(link).attr('href') ?? '').length).toBe(1);
    expect(entriesOf(page, 'undelivered')).toEqual([
      {
        text: `A. Person, Example County Council | Reference ${lost} | The acknowledgement to the enquirer was sent back. | They gave the number 01632 960 005.`,
        links: [caseAt(lost), 'tel:+441632960005'],
      },
    ]);
    expect(page.$('section[aria-labelledby="stranded"] a').attr('href')).toBe(
      '/desk/times/stranded/',
    );
  });

  test('lists the calls of the day by time, with the number to ring, and no others', async () => {
    const later = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ start: '2026-11-26T15:00:00+00:00' })),
    );
    const sooner = await booked(
      await bookCallback(makeCallback({ start: '2026-11-26T09:00:00+00:00', name: 'B. Person' })),
    );
    const gone = await booked(
      await bookCallback(makeCallback({ start: '2026-11-26T12:00:00+00:00', name: 'C. Person' })),
    );
    await cancelCall(gone.booking);
    t.setNow('2026-11-26T09:40:00Z');
    expect(entriesOf(await today(), 'calls')).toEqual([
      {
        text: `9am to 9:30am | B. Person, 01632 960 001 | A callback that is over, Reference ${sooner.reference}`,
        links: [caseAt(sooner.reference), 'tel:+441632960001'],
      },
      {
        text: `3pm to 3:30pm | A. Person, Example County Council, 01632 960 001 | A discovery call, Reference ${later.reference}`,
        links: [caseAt(later.reference), 'tel:+441632960001'],
      },
    ]);
  });

  test('keeps a case among those that wait until somebody has answered, the longest first', async () => {
    const first = await enquire();
    t.setNow('2026-11-24T11:00:00Z');
    const second = await enquire({ organisation: 'Example Hospice' });
    t.setNow('2026-11-24T15:00:00Z');
    await note(first, 'no answer');
    expect(entriesOf(await today(), 'waiting')).toEqual([
      {
        text: `A. Person, Example County Council | Reference ${first} | Got in touch on Tuesday 24 November, 10am. We last tried to reach them on Tuesday 24 November, 3pm.`,
        links: [caseAt(first)],
      },
      {
        text: `A. Person, Example Hospice | Reference ${second} | Got in touch on Tuesday 24 November, 11am.`,
        links: [caseAt(second)],
      },
    ]);
    await note(first, 'spoke');
    await note(second, 'not now');
    expect(entriesOf(await today(), 'waiting')).toEqual([]);
  });

  test('tells of quarantine who it says it is from, and the day', async () => {
    const trapped = {
      ...{ 'leave-empty': 'x', name: 'T. Trapped', organisation: 'Trap Ltd' },
      message: 'Three of us.',
    };
    const { reference } = await inQuarantine(t, await postEnquiry(trapped));
    expect(entriesOf(await today(), 'quarantine')).toEqual([
      {
        text: `T. Trapped, Trap Ltd | Reference ${reference} | An enquiry: “Three of us.” | Came on Tuesday 24 November, 10am.`,
        links: [caseAt(reference)],
      },
    ]);
  });

  test('names who is on next, on the day after this one on which we open', async () => {
    t.setNow('2026-11-26T10:00:00Z');
    const { reference } = await booked(
      await bookCallback(makeCallback({ start: '2026-11-30T09:00:00+00:00', name: 'B. Person' })),
    );
    t.setNow('2026-11-27T10:00:00Z');
    const page = await today();
    expect(headings(page)).toContain('Calls on Monday 30 November');
    expect(entriesOf(page, 'next-day')).toEqual([
      {
        text: `9am to 9:30am | B. Person, 01632 960 001 | A callback, Reference ${reference}`,
        links: [caseAt(reference), 'tel:+441632960001'],
      },
    ]);
  });

  test('narrowed to one’s own cases, says how many calls are of others', async () => {
    await booked(await bookCallback(makeCallback({ start: '2026-11-24T12:00:00+00:00' })));
    await booked(await bookCallback(makeCallback({ start: '2026-11-25T12:00:00+00:00' })));
    const cookie = await signIn(t);
    const mine = await readPage(await openDesk(get('/desk/?owner=staff%40example.org', cookie)));
    const said = (part: string) =>
      mine.$(`section[aria-labelledby="${part}"]`).text().replace(/\s+/g, ' ');
    expect(said('calls')).toContain(
      'None of these cases has a call today. 1 call is of other cases. The sheet of the day',
    );
    expect(said('next-day')).toContain('None of these cases has a call that day. 1 call is of');
    expect(mine.$('section[aria-labelledby="next-day"] a').attr('href')).toBe(
      '/desk/diary/2026-11-25/',
    );
    const nobodys = await readPage(await openDesk(get('/desk/?owner=nobody', cookie)));
    expect(nobodys.$('main').text()).not.toContain('of other cases');
  });

  test('shows apart who is to be followed up, once the date has come', async () => {
    const reference = await enquire();
    await note(reference, 'spoke');
    expect(entriesOf(await today(), 'follow-up')).toEqual([]);
    t.setNow('2026-11-27T08:00:00Z');
    const page = await today();
    expect(entriesOf(page, 'follow-up')).toEqual([
      {
        text: `A. Person, Example County Council | Reference ${reference} | Due for follow-up since Friday 27 November.`,
        links: [caseAt(reference)],
      },
    ]);
    expect(entriesOf(page, 'waiting')).toEqual([]);
  });

  test('shows offers nobody has chosen from, until the person or staff do something', async () => {
    const reference = await enquire({ phone: '01632 960 005' });
    const cookie = await signIn(t);
    const path = `${caseAt(reference)}offer/?kind=callback`;
    const start = '2026-11-27T10:00:00+00:00';
    const offered = await openDesk(postForm(path, { start, step: 'send' }, { cookie }));
    expect([offered.status, offered.headers.get('location')]).toEqual([
      303,
      `${caseAt(reference)}?done=offered`,
    ]);
    t.setNow('2026-11-24T11:00:00Z');
    expect(entriesOf(await today(), 'offered')).toEqual([
      {
        text: `A. Person, Example County Council | Reference ${reference} | Offered on Tuesday 24 November, 10am.`,
        links: [caseAt(reference)],
      },
    ]);
    await note(reference, 'spoke');
    expect(entriesOf(await today(), 'offered')).toEqual([]);
  });

  test('shows the address of the calendar feed, and says what it opens', async () => {
    const { site } = t.app;
    const feed = { by: 'feed', 'feed-generation': 0 } as const;
    expect((await today()).$('details code')).toHaveLength(0);
    t.app.site = { ...site, settings: { ...site.settings, 'staff-calendar': feed } };
    const page = await today();
    t.app.site = site;
    const shown = page.$('details');
    expect(shown.find('code').first().text()).toBe(feedAddress(t.app, 'staff@example.org'));
    expect(shown.text()).toContain('can read every call');
    expect(shown.attr('open')).toBeUndefined();
  });
});
