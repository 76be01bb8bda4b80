import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, callLink, count, moveTo } from '../support/bookings.ts';
import { below } from '../support/case-pages.ts';
import { callIds } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { faultsIn, fieldsIn, type PageRead, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const t = testApp();
const { show, post } = deskVisit(t);
const FRIDAY = '2026-11-27T10:00:00+00:00';
const MONDAY = '2026-11-30T15:00:00+00:00';

const seenIn = (page: PageRead) => ({ seen: fieldsIn(page, 'form.times')['seen'] ?? '' });
/** The page on which staff are asked whether to move a call, and where it was as they see it. */
const checked = (desk: string, start: string) => show(`${desk}?start=${encodeURIComponent(start)}`);
const seenAtDesk = async (desk: string, start: string) => ({
  seen: fieldsIn(await checked(desk, start), `form[action="${desk}"]`)['seen'] ?? '',
});
const isAt = (start: string) => count(t, `bookings WHERE starts_at = '${start}'`);

async function aCall() {
  const answer = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  const [id = ''] = await callIds(t, answer.reference);
  const desk = `/desk/cases/${answer.reference}/calls/${id}/move/`;
  return { ...answer, desk };
}

describe('a call that is moved in two tabs', () => {
  test('at the desk is moved once, and the later is told where it is, and by whom', async () => {
    const { desk } = await aCall();
    const [one, two] = [await seenAtDesk(desk, FRIDAY), await seenAtDesk(desk, MONDAY)];
    expect((await post(desk, { start: FRIDAY, ...one })).status).toBe(303);
    const page = await readPage(await post(desk, { start: MONDAY, ...two }));
    expect(page.status).toBe(409);
    expect(faultsIn(page)[0]?.[0]).toBe(
      'staff@example.org moved this call after this page was shown, so it was not moved again. It is now on Friday 27 November, 10am to 10:30am, UK time. Choose the time once more if it is still to move.',
    );
    expect(textIn(page, '.lede')).toContain('is booked for Friday 27 November, 10am');
    expect(page.$('[name=time][checked]').attr('value')).toBe('15:00');
    expect([await isAt(FRIDAY), await isAt(MONDAY)]).toEqual([1, 0]);
    expect((await post(desk, { start: MONDAY, ...(await seenAtDesk(desk, MONDAY)) })).status).toBe(
      303,
    );
    expect(await isAt(MONDAY)).toBe(1);
  });

  test('at the desk to the same time is the move that was made', async () => {
    const { desk } = await aCall();
    const seen = await seenAtDesk(desk, FRIDAY);
    await post(desk, { start: FRIDAY, ...seen });
    const again = await post(desk, { start: FRIDAY, ...seen });
    expect(again.headers.get('location')).toMatch(/done=moved-before$/);
  });

  test('at the desk is told of a move by the person, and asked about notice with what was seen', async () => {
    const { desk, booking } = await aCall();
    const seen = await seenAtDesk(desk, MONDAY);
    await moveTo(booking, FRIDAY);
    const soon = '2026-11-24T11:00:00+00:00';
    const sure = await readPage(await post(desk, { start: soon, ...seen }));
    expect(textIn(sure, 'h1')).toBe('This is inside our notice');
    const page = await readPage(await post(desk, fieldsIn(sure)));
    expect(faultsIn(page)[0]?.[0]).toMatch(/^The person moved this call/);
    expect(await isAt(FRIDAY)).toBe(1);
  });

  test.each(['below their case', 'on its own page'])(
    'by its person, %s, is moved once',
    async (where) => {
      const about = await aCall();
      const path =
        where === 'on its own page' ? new URL(callLink(about.booking)).pathname : below(about).path;
      const open = async () => readPage(await call(publicApp, get(`${path}reschedule/`)));
      const send = (start: string, page: PageRead) =>
        call(publicApp, postForm(`${path}reschedule/`, { start, ...seenIn(page) }));
      const [one, two, three] = [await open(), await open(), await open()];
      expect((await send(FRIDAY, one)).status).toBe(303);
      const page = await readPage(await send(MONDAY, two));
      expect(page.status).toBe(409);
      expect(faultsIn(page)[0]?.[0]).toMatch(
        /^You, on another page, moved this call .* It is now on Friday 27 November, 10am to 10:30am, UK time\./,
      );
      expect(await isAt(FRIDAY)).toBe(1);
      t.setNow('2026-11-24T10:05:00Z');
      await post(about.desk, { start: '2026-11-27T11:00:00+00:00' });
      const ours = await readPage(await send(MONDAY, three));
      expect(faultsIn(ours)[0]?.[0]).toMatch(/^We moved this call/);
      expect(ours.markup).not.toContain('staff@example.org');
      expect((await send(MONDAY, ours)).status).toBe(303);
      expect(await isAt(MONDAY)).toBe(1);
    },
  );

  test('is judged by what an offer’s page said, too', async () => {
    const about = await aCall();
    const { showMove, move, path } = below(about);
    const page = await showMove(`?start=${encodeURIComponent(MONDAY)}`);
    await moveTo(about.booking, FRIDAY);
    const fields = fieldsIn(page, `form[action="${path}reschedule/"]`);
    expect((await move(fields)).status).toBe(409);
    expect(await isAt(MONDAY)).toBe(0);
  });
});
