import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { haveSet, hours } from '../support/narrowings.ts';
import { get } from '../support/requests.ts';

const t = testApp();
const desk = deskVisit(t);

interface Line {
  timeZone: string;
  phone: string;
  days: string[];
  hours: { opens: string; closes: string }[];
  next?: string;
}

async function line(): Promise<{ answer: Response; body: Line }> {
  const answer = await call(publicApp, get('/api/line'));
  return { answer, body: (await answer.clone().json()) as Line };
}

const onDay = ({ hours: open }: Line, date: string) =>
  open
    .filter(({ opens }) => opens.startsWith(date))
    .map(({ opens, closes }) => `${opens.slice(11)} ${closes.slice(11)}`);

test('the line says when it is open in the next three weeks, by the rules that calls are booked by', async () => {
  const { answer, body } = await line();
  expect(answer.status).toBe(200);
  expect(body).toMatchObject({ timeZone: 'Europe/London', phone: t.app.site.settings.line.phone });
  expect(body.days).toHaveLength(21);
  expect(body.days[0]).toBe('2026-11-24T00:00:00+00:00');
  // Three weeks from a Tuesday have fifteen weekdays.
  expect(body.hours).toHaveLength(15);
  expect(body.hours[0]).toEqual({
    opens: '2026-11-24T09:00:00+00:00',
    closes: '2026-11-24T18:00:00+00:00',
  });
  await haveSet(t.app, { kind: 'closure', from: '2026-11-26', to: '2026-11-27', why: 'Away' });
  const december = { from: '2026-12-01', to: '2026-12-31' };
  await haveSet(t.app, { kind: 'dated hours', ...december, hours: hours('10:00', '16:00') });
  const lunch = { weekdays: [2], hours: hours('12:00', '13:00') };
  await haveSet(t.app, { kind: 'block', ...december, ...lunch, why: 'Team lunch' });
  const set = (await line()).body;
  expect(onDay(set, '2026-11-25')).toEqual(['09:00:00+00:00 18:00:00+00:00']);
  expect(onDay(set, '2026-11-26')).toEqual([]);
  expect(onDay(set, '2026-12-02')).toEqual([
    '10:00:00+00:00 12:00:00+00:00',
    '13:00:00+00:00 16:00:00+00:00',
  ]);
  expect(JSON.stringify(set)).not.toMatch(/Away|lunch/);
});

test('it says when the line next opens after the three weeks, past all that is set', async () => {
  expect((await line()).body.next).toBe('2026-12-15T09:00:00+00:00');
  await haveSet(t.app, { kind: 'closure', from: '2026-12-07', to: '2026-12-18', why: 'Away' });
  expect((await line()).body.next).toBe('2026-12-21T09:00:00+00:00');
  const winter = { from: '2026-12-21', to: '2027-04-02' };
  await haveSet(t.app, { kind: 'block', ...winter, hours: hours('09:00', '13:00') });
  expect((await line()).body.next).toBe('2026-12-21T13:00:00+00:00');
  await haveSet(t.app, { kind: 'block', ...winter });
  // Good Friday and Easter Monday come after it.
  expect((await line()).body.next).toBe('2027-04-05T09:00:00+01:00');
});

test('the CDN keeps it for a day, by a tag; a browser for half a minute', async () => {
  const { headers } = (await line()).answer;
  expect(headers.get('netlify-cdn-cache-control')).toBe('public, durable, max-age=86400');
  expect(headers.get('netlify-cache-tag')).toBe('line');
  expect(headers.get('cache-control')).toBe('public, max-age=30');
  expect(headers.get('set-cookie')).toBeNull();
});

test('the CDN is made to forget it whenever staff set, change or remove something, and at no other time', async () => {
  const purged: string[] = [];
  t.app.purge = async (tag) => {
    purged.push(tag);
  };
  const closure = { from: '2026-12-07', to: '2026-12-08', why: 'Away' };
  await desk.post('/desk/times/closure/', { ...closure, step: 'see' });
  await desk.post('/desk/times/closure/', { from: 'soon', step: 'set' });
  expect(purged).toEqual([]);
  await desk.post('/desk/times/closure/', { ...closure, step: 'set' });
  expect(purged).toEqual(['line']);
  const page = await desk.show('/desk/times/');
  const [change = '', remove = ''] = page
    .$('.times-acts a')
    .toArray()
    .map((link) => page.$(link).attr('href'));
  await desk.post(change, { ...closure, to: '2026-12-09', step: 'set' });
  expect(purged).toHaveLength(2);
  await desk.post(remove, {});
  expect(purged).toHaveLength(3);
  await desk.post(remove, {});
  expect(purged).toHaveLength(3);
});

test('what cannot be purged is logged, and is set all the same', async () => {
  t.app.purge = () => Promise.reject(new Error('no token'));
  const answer = await desk.post('/desk/times/closure/', {
    from: '2026-12-07',
    why: 'Away',
    step: 'set',
  });
  expect(answer.headers.get('location')).toBe('/desk/times/?done=set');
  expect(onDay((await line()).body, '2026-12-07')).toEqual([]);
  expect(t.logged).toContain(
    'The CDN keeps the open hours it has until tomorrow: they were not purged.',
  );
});
