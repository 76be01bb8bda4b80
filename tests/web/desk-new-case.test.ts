import { describe, expect, test } from 'vitest';
import { enquiryStateWords } from '#domain/cases/state-words.ts';
import { KEPT_ENQUIRY } from '#domain/enquiry/enquiry.ts';
import { runJob } from '#services/jobs/jobs.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { count, mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';
const NEW = '/desk/cases/new/';
const CALLER = { name: 'C. Caller', phone: '01632 960 010', next: 'answer' };

const t = testApp();
const { show, post, signInAgain } = deskVisit(t);

/** Writes a case down as the form does, and returns the path of its page. */
async function writeDown(values: Record<string, string | readonly string[]> = {}) {
  const answer = await post(NEW, { ...fieldsIn(await show(NEW)), ...CALLER, ...values });
  expect(answer.status, await answer.clone().text()).toBe(303);
  return new URL(answer.headers.get('location') ?? '', 'http://desk').pathname;
}

const standing = () =>
  oneRow<{ waits_because: string | null; settled: string; last: Date }>(
    t,
    'SELECT waits_because, settled, last_contact_at AS last FROM cases',
  );

describe('a case by hand', () => {
  test('is kept with what was said, and nothing is mailed', async () => {
    const page = await show(NEW);
    expect(page.status).toBe(200);
    const tick = page.$('#told').closest('fieldset');
    expect(tick.text()).toContain('Say: “I am writing down your name');
    expect(tick.text()).toContain('We erase it 12 months after');
    expect(tick.find('.hint').attr('id')).toBe(tick.attr('aria-describedby'));
    const path = await writeDown({ told: 'yes', message: 'Two teams.\nOne question.' });
    const shown = await show(`${path}?done=opened`);
    expect(textIn(shown, 'h1')).toBe('C. Caller');
    expect(textIn(shown, '#sent')).toBe('What we wrote down');
    expect(list(shown, '.timeline li')).toEqual([
      `Tuesday 24 November, 10am ${STAFF} opened this case for them. They were told what we keep and why.`,
    ]);
    await runJob(t.app, 'deliver');
    expect(t.mailbox.messages).toEqual([]);
    expect(await count(t, 'messages')).toBe(0);
    expect(
      await t.app.database.query(
        "SELECT act, reference IS NOT NULL AS about FROM audit WHERE act <> 'case read'",
      ),
    ).toEqual([{ act: 'opened, at the desk', about: true }]);
  });

  test('waits for us until somebody answers', async () => {
    const path = await writeDown();
    expect(await standing()).toMatchObject({ waits_because: 'wrote', settled: 'resting' });
    expect(textIn(await show('/desk/'), '#waiting + * + ul')).toContain('C. Caller');
    expect(textIn(await show(path), '.timeline')).toContain('have not been told yet');
  });

  test('rests until its date when we have spoken, and then it is due', async () => {
    const path = await writeDown({ next: 'spoke', followUp: '2026-12-15' });
    const { waits_because } = await standing();
    expect(waits_because).toBe('follow-up');
    expect(textIn(await show('/desk/'), 'main')).not.toContain('C. Caller');
    expect(textIn(await show(path), '.case-next')).toContain(
      'Look at it again on Tuesday 15 December',
    );
    t.setNow('2026-12-15T09:00:00Z');
    await signInAgain();
    expect(textIn(await show('/desk/'), 'main')).toContain('C. Caller');
  });

  test('comes back with what is wrong, and everything typed still there', async () => {
    const typed = { ...CALLER, name: '', phone: '12', message: 'Kept.', interests: ['groups'] };
    const page = await readPage(await post(NEW, typed));
    expect(page.status).toBe(422);
    expect(faultsIn(page).map(([, href]) => href)).toEqual(['#name', '#phone']);
    expect(page.$('#message').val()).toBe('Kept.');
    expect(page.$('#interests').attr('checked')).toBe('checked');
    expect(await count(t, 'cases')).toBe(0);
  });

  test('lists what is wrong in the order in which it asks', async () => {
    const values = { name: 'C. Caller', phone: 'soon', people: 'many', email: 'nobody' };
    const faults = faultsIn(await readPage(await post('/desk/cases/new/', values)));
    expect(faults.map(([, place]) => place)).toEqual(['#phone', '#email', '#people', '#next']);
    const none = faultsIn(await readPage(await post('/desk/cases/new/', { people: 'many' })));
    expect(none.map(([, place]) => place)).toEqual(['#name', '#email', '#people', '#next']);
  });

  test('takes no follow-up date that has passed', async () => {
    const over = { ...CALLER, next: 'spoke', followUp: '2026-11-24' };
    expect((await post(NEW, over)).status).toBe(422);
    const page = await readPage(await post(NEW, { ...over, name: '' }));
    expect(faultsIn(page).map(([, href]) => href)).toEqual(['#name', '#followUp']);
    expect(await count(t, 'cases')).toBe(0);
  });

  test('is opened once, however often and however fast its button is pressed', async () => {
    const values = { ...fieldsIn(await show(NEW)), ...CALLER, looked: 'yes' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => post(NEW, values)));
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect([await count(t, 'cases'), await count(t, "audit WHERE act <> 'case read'")]).toEqual([
      1, 1,
    ]);
  });
});

test('every field of an enquiry is asked for by the form, and by the form that corrects it', async () => {
  const path = await writeDown();
  for (const page of [await show(NEW), await show(`${path}details/`)]) {
    const asked = Object.keys(KEPT_ENQUIRY).filter(
      (field) => page.$(`[name="${field}"]`).length > 0,
    );
    expect(asked).toEqual(Object.keys(KEPT_ENQUIRY));
  }
});

test('a person corrects on their own page what staff wrote down, and need not say more than they did', async () => {
  const to = 'caller@example.org';
  const path = await writeDown({ email: to, mail: 'yes' });
  await post(path, fieldsIn(await show(path)));
  await runJob(t.app, 'deliver');
  const [link = ''] = /http\S+\/your-enquiry\/\S+\//.exec(mailTo(t, to)[0]?.text ?? '') ?? [];
  const correct = `${new URL(link).pathname}correct/`;
  const form = await readPage(await call(publicApp, get(correct)));
  const values = { ...fieldsIn(form), name: 'D. Caller' };
  expect((await call(publicApp, postForm(correct, values))).status).toBe(303);
  await runJob(t.app, 'deliver');
  expect(mailTo(t, STAFF).at(-1)?.text).toContain('D. Caller has corrected enquiry');
});

describe('somebody we know already', () => {
  const SAME_NUMBER = { phone: '+44 (0)1632 960010' };

  test.each([
    ['the same number, written another way', SAME_NUMBER, 'the same phone number'],
    [
      'the same address in capitals',
      { phone: '', email: 'PERSON@example.org' },
      'the same email address',
    ],
    [
      'both',
      { ...SAME_NUMBER, email: 'person@example.org' },
      'the same phone number and the same email address',
    ],
  ])('is shown before they are saved twice: %s', async (_, values, shared) => {
    const { reference } = await sendEnquiry({ phone: '01632 960 010' });
    const filled = { ...fieldsIn(await show(NEW)), ...CALLER, ...values, message: 'Again.' };
    const page = await readPage(await post(NEW, filled));
    expect([page.status, await count(t, 'cases')]).toEqual([200, 1]);
    expect(textIn(page, '.same-person')).toContain(`Gives ${shared}.`);
    expect(page.$('.same-person a').attr('href')).toBe(`/desk/cases/${reference}/`);
    const carried = fieldsIn(page, `form[action="${NEW}"]`);
    expect((await post(NEW, carried)).status).toBe(303);
    expect(await count(t, 'cases')).toBe(2);
  });

  test('is not asked of a form that opened its case already', async () => {
    const { reference: known } = await sendEnquiry({ phone: '01632 960 010' });
    const filled = { ...fieldsIn(await show(NEW)), ...CALLER, ...SAME_NUMBER };
    const asked = await readPage(await post(NEW, filled));
    const opened = await post(NEW, fieldsIn(asked, `form[action="${NEW}"]`));
    const place = opened.headers.get('location');
    expect(place).not.toContain(known);
    const again = await post(NEW, filled);
    expect([again.status, again.headers.get('location')]).toEqual([303, place]);
    expect(await count(t, 'cases')).toBe(2);
  });

  test('has what was typed added to the case they have, as a note', async () => {
    const { reference } = await sendEnquiry({ phone: '01632 960 010' });
    const page = await readPage(await post(NEW, { ...CALLER, message: 'Ring after four.' }));
    const form = `form[action="/desk/cases/${reference}/note/"]`;
    const answer = await post(`/desk/cases/${reference}/note/`, fieldsIn(page, form));
    expect(answer.status).toBe(303);
    const timeline = textIn(await show(`/desk/cases/${reference}/`), '.timeline');
    expect(timeline).toContain('They got in touch again.');
    expect(timeline).toContain('Ring after four.');
    expect(await count(t, 'cases')).toBe(1);
  });

  test('can be looked at again: the form comes back as it was typed', async () => {
    await sendEnquiry({ phone: '01632 960 010' });
    const page = await readPage(await post(NEW, { ...CALLER, message: 'Again.' }));
    const carried = fieldsIn(page, `form[action="${NEW}"]`);
    const again = await readPage(await post(NEW, { ...carried, change: 'yes' }));
    expect([again.$('#name').val(), again.$('#message').val()]).toEqual(['C. Caller', 'Again.']);
    expect(await count(t, 'cases')).toBe(1);
  });

  test('is not whoever has a number with another extension', async () => {
    await sendEnquiry({ phone: '01632 960 010 ext 12' });
    await writeDown({ phone: '01632 960 010 ext 13' });
    expect(await count(t, 'cases')).toBe(2);
  });
});

describe('their link', () => {
  test('is mailed only when it was ticked, after the email was shown, and once', async () => {
    const to = 'caller@example.org';
    const path = await writeDown({ email: to, mail: 'yes' });
    expect(path).toMatch(/\/send-link\/$/);
    expect(await count(t, 'messages')).toBe(0);
    const page = await show(path);
    const email = textIn(page, '.email-preview');
    expect(email).toContain(to);
    expect(page.markup).not.toContain('/your-enquiry/');
    const values = fieldsIn(page);
    await Promise.all([post(path, values), post(path, values)]);
    await runJob(t.app, 'deliver');
    const [mail, ...others] = mailTo(t, to);
    expect(others).toEqual([]);
    expect(email).toContain(mail?.subject ?? 'nothing');
    expect(mail?.text).not.toContain('01632');
    const [link = ''] = /http\S+\/your-enquiry\/\S+\//.exec(mail?.text ?? '') ?? [];
    const own = await readPage(await call(publicApp, get(new URL(link).pathname)));
    expect(own.status).toBe(200);
    expect(textIn(own, 'main')).toContain('We wrote down what you told us.');
    expect(textIn(await show(path.replace('send-link/', '')), '.timeline')).toContain(
      `${STAFF} sent them their link.`,
    );
  });

  test('is not mailed to an address that was corrected meanwhile, nor where there is none', async () => {
    const path = await writeDown({ email: 'caller@example.org' });
    const page = await show(`${path}send-link/`);
    await post(`${path}details/`, { ...CALLER, next: '', email: 'other@example.org' });
    expect((await post(`${path}send-link/`, fieldsIn(page))).status).toBe(409);
    await post(`${path}details/`, { ...CALLER, next: '' });
    expect((await show(`${path}send-link/`)).status).toBe(409);
    expect(await count(t, 'messages')).toBe(0);
  });
});

describe('a person who sent nothing', () => {
  test('is told of what we wrote down, on their page and in mail, and not of what they sent', async () => {
    const path = await writeDown({ email: 'caller@example.org', next: 'answer' });
    await post(`${path}book/callback/`, { start: '2026-11-27T10:00:00+00:00' });
    await runJob(t.app, 'deliver');
    const [email] = mailTo(t, 'caller@example.org');
    expect(email?.text).toContain(
      'You can see, correct or erase what we wrote down for you on your own page.',
    );
    expect(`${email?.text}${email?.html}`).not.toContain('you sent');
    const own = new URL(/https?:\S+\/your-enquiry\/[^/\s]+\//.exec(email?.text ?? '')?.[0] ?? '')
      .pathname;
    const open = async (below = '') => readPage(await call(publicApp, get(`${own}${below}`)));
    const page = await open();
    expect(list(page, 'h2')).toContain('What we wrote down for you');
    expect(page.$(`a[href="${own}withdraw/"]`).text()).toBe('Erase it');
    expect(textIn(page, 'main')).not.toMatch(/you sent|withdraw/i);
    const correction = await open('correct/');
    expect(textIn(correction, 'h1')).toBe('Correct what we wrote down for you');
    const again = postForm(`${own}correct/`, { ...fieldsIn(correction), name: '' } as never);
    expect(textIn(await readPage(await call(publicApp, again)), 'h1')).toBe(
      'Correct what we wrote down for you',
    );
    const erasing = await open('withdraw/');
    expect([textIn(erasing, 'h1'), textIn(erasing, 'button.careful')]).toEqual([
      'Erase what we wrote down for you?',
      'Erase it',
    ]);
    const erased = await readPage(await call(publicApp, postForm(`${own}withdraw/`, {})));
    expect(textIn(erased, 'main')).not.toMatch(/you sent|withdrawn/i);
    await runJob(t.app, 'deliver');
    expect(mailTo(t, STAFF).at(-1)?.text).toContain('has erased what we wrote down for them');
  });

  test('and gave a postal address alone is promised no ring at no number', () => {
    const about = { email: undefined, phone: undefined, byHand: true, quarantineDays: 7 };
    expect(enquiryStateWords('enquiry-saved', about)).toMatchObject({
      happened: 'Thank you for getting in touch. We wrote down what you told us.',
      next: 'We will write to you.',
    });
  });
});
