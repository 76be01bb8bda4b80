import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked } from '../support/bookings.ts';
import { below, list } from '../support/case-pages.ts';
import { callIds, oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const { show, post } = deskVisit(t);
const STAFF = 'staff@example.org';

type Values = Record<string, string>;

/** A page in a browser's tab: its form as it was shown, posted with what was typed into it. */
interface Tab {
  form: PageRead;
  save: (typed: Values, form?: PageRead) => Promise<Response>;
}

const tabOf = async (
  open: () => Promise<PageRead>,
  send: (values: Values) => Promise<Response>,
): Promise<Tab> => {
  const form = await open();
  return {
    form,
    save: (typed, shown = form) => send({ ...fieldsIn(shown), interests: 'groups', ...typed }),
  };
};

const atDesk = (path: string) =>
  tabOf(
    () => show(path),
    (values) => post(path, values),
  );

const ownPage = (path: string) =>
  tabOf(
    async () => readPage(await call(publicApp, get(path))),
    (values) => call(publicApp, postForm(path, values)),
  );

const enquiry = () =>
  oneRow<Record<string, string | null>>(t, 'SELECT role, phone, organisation FROM enquiries');

describe('their details, corrected in two tabs', () => {
  async function twoTabs() {
    const { reference, link } = await sendEnquiry({
      phone: '01632 960 001',
      interests: ['groups'],
    });
    const path = `/desk/cases/${reference}/details/`;
    const [one, two] = [await atDesk(path), await atDesk(path)];
    expect((await one.save({ role: 'Head of service' })).status).toBe(303);
    return { two, own: `${new URL(link).pathname}correct/` };
  }

  test('the later is told what the earlier changed and who did, and writes over none of it', async () => {
    const { two } = await twoTabs();
    const page = await readPage(await two.save({ phone: '01632 960 002' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toBe(
      `${STAFF} changed these details after this page was shown, so nothing has been saved yet.`,
    );
    expect(list(page, '.meanwhile li')).toEqual([
      'Role: it was empty, and is now “Head of service”.',
    ]);
    expect(fieldsIn(page)).toMatchObject({ phone: '01632 960 002', role: 'Head of service' });
    expect(await enquiry()).toMatchObject({ role: 'Head of service', phone: '01632 960 001' });

    expect((await two.save({}, page)).status).toBe(303);
    expect(await enquiry()).toMatchObject({ role: 'Head of service', phone: '01632 960 002' });
  });

  test('what both changed is named, and can be written over once it was', async () => {
    const { two } = await twoTabs();
    const page = await readPage(await two.save({ role: 'Director' }));
    expect(page.status).toBe(409);
    expect(list(page, '.meanwhile li')[1]).toBe(
      'Role: it is now “Head of service”, and the form has “Director”.',
    );
    expect((await two.save({}, page)).status).toBe(303);
    expect(await enquiry()).toMatchObject({ role: 'Director' });
  });

  test('the same correction twice is the first again', async () => {
    const { two } = await twoTabs();
    const again = await two.save({ role: 'Head of service' });
    expect(again.headers.get('location')).toMatch(/done=details-before$/);
  });

  test('the form that comes back for a mistake still knows what was seen', async () => {
    const { reference } = await sendEnquiry({ interests: ['groups'] });
    const path = `/desk/cases/${reference}/details/`;
    const [one, two] = [await atDesk(path), await atDesk(path)];
    const mistaken = await readPage(await two.save({ name: '' }));
    await one.save({ role: 'Head of service' });
    expect((await two.save({ name: 'B. Person' }, mistaken)).status).toBe(409);
  });

  test('on their own page they are told that we changed them, and no name of ours', async () => {
    const { reference, link } = await sendEnquiry({ interests: ['groups'] });
    const own = await ownPage(`${new URL(link).pathname}correct/`);
    await (await atDesk(`/desk/cases/${reference}/details/`)).save({ role: 'Head of service' });
    const page = await readPage(await own.save({ organisation: 'Example Borough Council' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toMatch(/^We changed these details/);
    expect(page.markup).not.toContain(STAFF);
    expect(list(page, '.meanwhile li')).toEqual([
      'Your role: it was empty, and is now “Head of service”.',
    ]);
    expect((await own.save({}, page)).status).toBe(303);
    expect(await enquiry()).toMatchObject({
      role: 'Head of service',
      organisation: 'Example Borough Council',
    });
  });

  test('in two tabs of their own they are told of the other', async () => {
    const { link } = await sendEnquiry({ interests: ['groups'] });
    const path = `${new URL(link).pathname}correct/`;
    const [one, two] = [await ownPage(path), await ownPage(path)];
    await one.save({ role: 'Head of service' });
    const page = await readPage(await two.save({ organisation: 'Example Borough Council' }));
    expect(faultsIn(page)[0]?.[0]).toMatch(/^You, on another page, changed these details/);
  });

  test('staff are told of a correction by the person', async () => {
    const { reference, link } = await sendEnquiry({ interests: ['groups'] });
    const desk = await atDesk(`/desk/cases/${reference}/details/`);
    await (await ownPage(`${new URL(link).pathname}correct/`)).save({ role: 'Head of service' });
    const page = await readPage(await desk.save({ organisation: 'Example Borough Council' }));
    expect(faultsIn(page)[0]?.[0]).toMatch(/^The person changed these details/);
  });
});

describe('the details of a call, corrected in two tabs', () => {
  const topic = () => oneRow<Values>(t, 'SELECT topic, phone FROM bookings');

  async function aCall() {
    const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const [id = ''] = await callIds(t, answer.reference);
    return {
      desk: `/desk/cases/${answer.reference}/calls/${id}/details/`,
      own: `${below(answer).path}correct/`,
    };
  }

  test('at the desk', async () => {
    const { desk } = await aCall();
    const [one, two] = [await atDesk(desk), await atDesk(desk)];
    const send = (tab: Tab, typed: Values, form = tab.form) =>
      post(desk, { ...fieldsIn(form), ...typed });
    expect((await send(one, { topic: 'Carers' })).status).toBe(303);
    const page = await readPage(await send(two, { phone: '01632 960 002' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toContain(`${STAFF} changed these details`);
    expect(textIn(page, '.meanwhile')).toContain(
      'To talk about: it was empty, and is now “Carers”.',
    );
    expect((await send(two, {}, page)).status).toBe(303);
    expect(await topic()).toEqual({ topic: 'Carers', phone: '01632 960 002' });
  });

  test('by us, while their person has the form open', async () => {
    const { desk, own } = await aCall();
    const theirs = await readPage(await call(publicApp, get(own)));
    await post(desk, { ...fieldsIn(await show(desk)), topic: 'Carers' });
    const send = (typed: Values, form = theirs) =>
      call(publicApp, postForm(own, { ...fieldsIn(form), ...typed }));
    const page = await readPage(await send({ phone: '01632 960 002' }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toMatch(/^We changed these details/);
    expect((await send({}, page)).status).toBe(303);
    expect(await topic()).toEqual({ topic: 'Carers', phone: '01632 960 002' });
  });
});
