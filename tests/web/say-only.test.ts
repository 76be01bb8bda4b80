import { describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { type PageRead, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';
import { formIn, type HeldForm, open, press, type Shown, timeChosen } from '../walks/person.ts';

// What was seen when the service was tried as a person and as staff would, each as it should have been.

const t = testApp();
const desk = deskVisit(t);

const EMAIL = 'person@example.org';
const MONDAY = '2026-11-30T09:00:00+00:00';

const later = (seconds: number) =>
  t.setNow(new Date(t.app.now().getTime() + seconds * 1000).toISOString());

const states = ({ page }: Shown) =>
  page
    .$('[data-state]')
    .toArray()
    .map((one) => page.$(one).attr('data-state'));

/** The form of a page, which must have one, with what a person types into it. */
function typed(shown: Shown, more: HeldForm['values'] = {}): HeldForm {
  const form = formIn(shown);
  if (!form) throw new Error(`No form at ${shown.path}.`);
  return { ...form, values: { ...form.values, ...more } };
}

const ENQUIRY = {
  organisation: 'Example County Council',
  name: 'A. Person',
  email: EMAIL,
  interests: ['groups'],
};

const CALL = { name: 'A. Person', phone: '01632 960 001', email: EMAIL, organisation: 'Example' };

/** An enquiry sent as a person sends it. */
async function enquire(more: HeldForm['values'] = {}): Promise<Shown> {
  const shown = await open('/enquire/');
  later(60);
  return press(typed(shown, { ...ENQUIRY, ...more }));
}

/** A call booked as a person books it: details, check, book. */
async function bookACall(start = MONDAY, more: HeldForm['values'] = {}): Promise<Shown> {
  const details = await open(`/discovery-call/?start=${encodeURIComponent(start)}`);
  later(60);
  return press(typed(await press(typed(details, { ...CALL, ...more }))));
}

const held = 'bookings WHERE during IS NOT NULL';

describe('nobody is told that something is booked or sent which is not', () => {
  test('details that the case fills in, checked at once and booked, are booked', async () => {
    const own = await enquire({ phone: '01632 960 001' });
    const way = own.page.$('main a[href$="/discovery-call/"]').attr('href') ?? '';
    const details = await open(`${way}?start=${encodeURIComponent(MONDAY)}`);
    later(1);
    const check = await press(typed(details));
    later(3);
    const booked = await press(typed(check));
    expect(states(booked)).toContain('call-booked');
    expect(await count(t, held)).toBe(1);
    expect(
      mailTo(t, EMAIL)
        .map(({ subject }) => subject)
        .at(-1),
    ).toMatch(/is booked/);
  });

  test('a form sent too soon is not sent yet, says so, and is sent by one press more', async () => {
    const shown = await open('/enquire/');
    later(1);
    const first = await press(typed(shown, ENQUIRY));
    expect(first.status).toBe(202);
    expect(states(first)).toEqual(['held']);
    expect(textIn(first.page, 'main')).toContain('Not sent yet: press to send it');
    expect(textIn(first.page, 'main')).not.toMatch(/We have your enquiry|Your reference/);
    expect(textIn(first.page, '.answers')).toContain('Example County Council');
    expect(t.mailbox.messages).toEqual([]);
    const sent = await press(typed(first));
    expect(states(sent)).toEqual(['enquiry-saved']);
    expect(mailTo(t, EMAIL)).toHaveLength(1);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('a form that Back brings again after a lost answer is sent, and sent once', async () => {
    const shown = await open('/enquire/');
    later(60);
    const form = typed(shown, ENQUIRY);
    // The answer is lost on its way; the person goes back to the page as it was, and sends it again.
    await answer(postForm(form.action, form.values));
    later(1);
    const again = await press(form);
    expect(states(again)).toEqual(['enquiry-saved']);
    expect(await count(t, 'cases')).toBe(1);
    expect(await count(t, 'cases WHERE quarantined_at IS NOT NULL')).toBe(0);
    expect(mailTo(t, EMAIL)).toHaveLength(1);
  });

  test('a page loaded again, whose fields the browser brings back, is not judged by its age', async () => {
    const shown = await open('/enquire/', true);
    later(1);
    expect(states(await press(typed(shown, ENQUIRY)))).toEqual(['enquiry-saved']);
  });

  test('a form that comes back with what to fix is not judged by its age', async () => {
    const shown = await open('/enquire/');
    later(60);
    const faulty = await press(typed(shown, { ...ENQUIRY, name: '' }));
    expect(faulty.status).toBe(422);
    later(1);
    expect(states(await press(typed(faulty, { name: 'A. Person' })))).toEqual(['enquiry-saved']);
  });

  test('a trap that something filled in holds a call back, and one press more books it', async () => {
    const details = await open(`/discovery-call/?start=${encodeURIComponent(MONDAY)}`);
    later(60);
    const check = await press(typed(details, { ...CALL, 'leave-empty': 'x' }));
    const first = await press(typed(check));
    expect(states(first)).toEqual(['held']);
    expect(textIn(first.page, 'main')).not.toMatch(/is booked|reference/i);
    expect(await count(t, held)).toBe(0);
    const booked = await press(typed(first));
    expect(states(booked)).toContain('call-booked');
    expect(await count(t, held)).toBe(1);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('a call held back whose time goes meanwhile is offered others, and booked at one of them', async () => {
    const details = await open(`/discovery-call/?start=${encodeURIComponent(MONDAY)}`);
    later(60);
    const check = await press(typed(details, { ...CALL, 'leave-empty': 'x' }));
    const first = await press(typed(check));
    await bookACall(MONDAY, { email: 'other@example.org', phone: '01632 960 002' });
    const refused = await press(typed(first));
    expect(refused.status).toBe(409);
    const start = refused.page.$('input[name=start]').first().attr('value') ?? '';
    const booked = await press(typed(await press(typed(refused, { start }))));
    expect(states(booked)).toContain('call-booked');
    expect(await count(t, held)).toBe(2);
    expect(await count(t, 'cases')).toBe(2);
  });

  test('asking for a link again says that nothing was sent when nothing was', async () => {
    await enquire();
    const shown = await open('/your-enquiry/');
    later(1);
    const first = await press(typed(shown, { email: EMAIL }));
    expect(states(first)).toEqual(['held']);
    expect(mailTo(t, EMAIL)).toHaveLength(1);
    const sent = await press(typed(first));
    expect(textIn(sent.page, 'main')).toContain('the link is on its way');
    expect(mailTo(t, EMAIL)).toHaveLength(2);
  });
});

describe('one form is one post', () => {
  test('sent again with another word it corrects what it had sent, and says so', async () => {
    const shown = await open('/enquire/');
    later(60);
    const form = typed(shown, { ...ENQUIRY, message: 'First thought' });
    await press(form);
    later(11 * 60);
    const again = await press({ ...form, values: { ...form.values, message: 'Second thought' } });
    expect(await count(t, 'cases')).toBe(1);
    expect(textIn(again.page, '.notice-box')).toMatch(/sent this form before/);
    expect(textIn(again.page, '.answers')).toContain('Second thought');
    expect(mailTo(t, 'staff@example.org').at(-1)?.subject).toMatch(/corrected/);
  });

  test('another person at the same page has a case of their own, and sees nothing of the first', async () => {
    const shown = await open('/enquire/');
    later(60);
    const form = typed(shown, { ...ENQUIRY, message: 'Mine alone' });
    await press(form);
    const other = { name: 'B. Other', email: 'other@example.org', message: 'Another' };
    const second = await press({ ...form, values: { ...form.values, ...other } });
    expect(await count(t, 'cases')).toBe(2);
    expect(textIn(second.page, 'main')).not.toContain('Mine alone');
  });

  test('a call sent again at another time moves, and is one call', async () => {
    const shown = await open(`/discovery-call/?start=${encodeURIComponent(MONDAY)}`);
    later(60);
    const check = typed(await press(typed(shown, CALL)));
    await press(check);
    const tuesday = '2026-12-01T10:00:00+00:00';
    const again = await press({ ...check, values: { ...check.values, start: tuesday } });
    expect(states(again)).toContain('call-moved');
    expect(await count(t, 'bookings')).toBe(1);
  });

  test('a fresh load is another form', async () => {
    await enquire();
    await enquire();
    expect(await count(t, 'cases')).toBe(2);
  });
});

describe('staff are told what is so', () => {
  const waiting = async () =>
    (await desk.show('/desk/cases/?filter=waiting')).$('.case-row').length;

  const reference = async () =>
    (await t.app.database.query<{ reference: string }>('SELECT reference FROM cases'))[0]
      ?.reference;

  const note = async (outcome: string) => {
    const path = `/desk/cases/${await reference()}/outcome/`;
    expect((await desk.post(path, { outcome })).status).toBe(303);
  };

  test('nobody is reminded of a call in a day that staff have blocked, and it is pressed on them', async () => {
    await bookACall('2026-11-30T13:30:00+00:00');
    await desk.post('/desk/times/block/', { from: '2026-11-30', much: 'day', step: 'set' });
    t.mailbox.clear();
    t.setNow('2026-11-27T09:05:00Z');
    await runJob(t.app, 'remind');
    t.setNow('2026-11-29T09:05:00Z');
    await runJob(t.app, 'remind');
    expect(mailTo(t, EMAIL)).toEqual([]);
    await desk.signInAgain();
    const today = await desk.show('/desk/');
    expect(today.$('.waits-part h2').first().text()).toBe('Calls that cannot take place');
    t.setNow('2026-11-30T08:05:00Z');
    await runJob(t.app, 'digest');
    const digest = mailTo(t, 'staff@example.org').at(-1);
    expect(digest?.text?.trimStart()).toMatch(/^Calls that cannot take place/);
    expect(digest?.text).toContain('It cannot take place.');
  });

  test('a correction after a message was left waits, and what stood there before is kept', async () => {
    const own = await enquire({ message: 'We are thinking of it' });
    await note('left-a-message');
    expect(await waiting()).toBe(0);
    const way = own.page.$('a[href$="/correct/"]').attr('href') ?? '';
    await press(
      typed(await open(way), { message: 'Our board said yes, please ring me this week' }),
    );
    expect(await waiting()).toBe(1);
    const page = await desk.show(`/desk/cases/${await reference()}/`);
    expect(textIn(page, '.timeline')).toContain(
      '“We are thinking of it”, now “Our board said yes, please ring me this week”',
    );
  });

  test('somebody who books and then cancels waits', async () => {
    const own = await bookACall();
    await note('spoke');
    const way = own.page.$('a[href$="/cancel/"]').attr('href') ?? '';
    expect(states(await press(typed(await open(way))))).toContain('call-cancelled');
    expect(await waiting()).toBe(1);
  });

  test('“nobody answered” waits after whatever was noted before, and undoing it brings that back', async () => {
    await enquire();
    await note('spoke');
    await note('no-answer');
    expect(await waiting()).toBe(1);
    const path = `/desk/cases/${await reference()}/undo/`;
    const seen = (await desk.show(path)).$('input[name=seen]').attr('value') ?? '';
    await desk.post(path, { seen });
    expect(await waiting()).toBe(0);
    expect(textIn(await desk.show(`/desk/cases/${await reference()}/`), '.timeline')).toContain(
      'Undone by',
    );
  });

  test('every list, page and file names the same person, whoever booked first', async () => {
    const own = await bookACall(MONDAY, { name: 'A. Person' });
    const way = own.page.$('main a[href$="/callback/"]').attr('href') ?? '';
    const details = await open(`${way}?start=${encodeURIComponent('2026-12-01T10:00:00+00:00')}`);
    await press(typed(await press(typed(details, { name: 'B. Other', phone: '01632 960 002' }))));
    t.setNow('2026-12-01T11:00:00Z');
    await desk.signInAgain();
    const heading = textIn(await desk.show(`/desk/cases/${await reference()}/`), 'h1');
    const list = textIn(await desk.show('/desk/cases/'), '.case-who');
    const today = textIn(await desk.show('/desk/'), '#waiting + p + .waits');
    const csv = await (await desk.post('/desk/cases/cases.csv', {})).text();
    for (const said of [heading, list, today, csv]) {
      expect(said).toContain('B. Other');
      expect(said).not.toContain('A. Person');
    }
  });
});

describe('the person’s own page says what is so now', () => {
  test('once a call is booked, that we ring; once it is cancelled, that we do not', async () => {
    const own = await enquire({ phone: '01632 960 001' });
    expect(states(own)).toEqual(['enquiry-saved']);
    const way = own.page.$('main a[href$="/discovery-call/"]').attr('href') ?? '';
    const details = await open(`${way}?start=${encodeURIComponent(MONDAY)}`);
    const booked = await press(typed(await press(typed(details))));
    expect(states(booked)).toEqual(['call-booked', 'call-booked']);
    const text = textIn(booked.page, 'main');
    expect(text).not.toMatch(/answer you by email|commits? you/);
    const cancel = booked.page.$('a[href$="/cancel/"]').attr('href') ?? '';
    const cancelled = await press(typed(await open(cancel)));
    expect(states(cancelled)).toEqual(['call-cancelled', 'enquiry-saved', 'call-cancelled']);
    expect(textIn(cancelled.page, 'main')).toContain('We will not ring you then.');
    expect(textIn(cancelled.page, '.timeline')).not.toMatch(/took in/);
  });

  test('once its time is blocked, that we cannot ring then, and what to do', async () => {
    const own = await bookACall();
    await desk.post('/desk/times/block/', { from: '2026-11-30', much: 'day', step: 'set' });
    const shown = await open(own.path);
    expect(states(shown)).toEqual(['call-cannot-take-place', 'call-cannot-take-place']);
    expect(textIn(shown.page, 'main')).not.toMatch(/is booked for|We ring you on/);
  });
});

test('after the clock goes back an hour, correcting, moving and cancelling do what they say', async () => {
  const own = await bookACall();
  later(-3600);
  const correct = own.page.$('a[href$="/correct/"]').attr('href') ?? '';
  const corrected = await press(typed(await open(correct), { topic: 'A first group' }));
  expect(textIn(corrected.page, '.answers')).toContain('A first group');
  const move = own.page.$('a[href$="/reschedule/"]').attr('href') ?? '';
  const chosen = timeChosen('2026-12-01T10:00:00+00:00');
  expect(states(await press(typed(await open(move), chosen)))).toContain('call-moved');
  const cancel = own.page.$('a[href$="/cancel/"]').attr('href') ?? '';
  expect(states(await press(typed(await open(cancel))))).toContain('call-cancelled');
  const [row] = await t.app.database.query<{ whole: boolean }>(
    'SELECT last_contact_at >= created_at AND latest_act_at >= last_contact_at AS whole FROM cases',
  );
  expect(row?.whole).toBe(true);
});

test('a form that holds nobody’s data is kept by the browser for Back, one that holds a case is not', async () => {
  const cached = async (path: string): Promise<PageRead> => readPage(await answer(get(path)));
  const plain = ['/enquire/', '/callback/', '/discovery-call/', '/your-enquiry/'];
  for (const path of plain) {
    expect((await cached(path)).headers.get('cache-control'), path).toBe('private, max-age=0');
  }
  const own = await enquire();
  for (const path of [own.path, `${own.path}correct/`]) {
    expect((await cached(path)).headers.get('cache-control'), path).toBe('no-store');
  }
});
