import { describe, expect, test } from 'vitest';
import { WORDED_NAMES, WORDLESS } from '#data/removal-repository.ts';
import { tablesOf } from '#data/table-columns.ts';
import { exportOfCase } from '#services/privacy/export-person.ts';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { bookDiscoveryCall, booked, keyIn, mailTo } from '../support/bookings.ts';
import { list } from '../support/case-pages.ts';
import { oneRow, sendEnquiry } from '../support/desk-cases.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { everyText } from '../support/full-text.ts';
import { makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { faultsIn, fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { putWordsInMail, stopMail } from '../support/staff-words.ts';

/** What somebody wrote who should not have: a name and a diagnosis, over the end of a line and in capitals too. */
const NAME = 'Quillon Vexley';
const ILLNESS = 'zostrophic fever';
const TRACES = /quillon|vexley|zostroph/i;

const t = testApp();
const { show, post } = deskVisit(t);

const pathOf = (reference: string) => `/desk/cases/${reference}/`;

/** Everything the database holds, as text: what travels in base64 as what it says. */
async function everythingHeld(): Promise<string[]> {
  const texts = await everyText(t.app.database);
  return [...texts].flatMap(([table, text]) => {
    const decoded = [...text.matchAll(/[A-Za-z0-9+/]{60,}={0,2}/g)].map(([run]) =>
      Buffer.from(run, 'base64').toString('utf8').replaceAll('\r\n ', ''),
    );
    return [text, ...decoded].map((said) => `${table}: ${said}`);
  });
}

const tracesHeld = async () => (await everythingHeld()).filter((said) => TRACES.test(said));

/** A case with the words everywhere that words can stand, and mail about it that has not gone out. */
async function writtenEverywhere() {
  putWordsInMail(t);
  const goOn = stopMail(t);
  const said = `About ${NAME},\nwho has ${ILLNESS.toUpperCase()}.`;
  const { reference, link } = await sendEnquiry({
    message: said,
    when: `Once ${NAME} is well`,
    role: `Nurse of ${NAME}`,
  });
  const path = new URL(link).pathname;
  await call(
    publicApp,
    postForm(`${path}correct/`, {
      ...makeEnquiry({ message: `${NAME} has\n${ILLNESS}`, when: `With ${NAME}` }),
      name: `A. Person for ${NAME}`,
    } as never),
  );
  const made = await booked(
    await bookDiscoveryCall(
      makeDiscoveryCall({
        case: keyIn(link),
        topic: `${NAME} and ${ILLNESS}`,
        organisation: `Ward of ${NAME}`,
      }),
    ),
  );
  await call(
    publicApp,
    postForm(`${path}bookings/${made.booking}/correct/`, {
      name: 'A. Person',
      phone: '01632 960 001',
      email: 'person@example.org',
      organisation: `Ward of ${NAME}`,
      topic: `Again ${ILLNESS}`,
    }),
  );
  for (const [act, values] of [
    ['note', { words: `They spoke of ${NAME}.` }],
    ['outcome', { outcome: 'spoke', words: `${ILLNESS}, they said` }],
    ['hold', { reason: `${NAME} objects`, followUp: '2026-12-01' }],
    ['follow-up', { followUp: '2026-12-02', words: `Ask after ${NAME}` }],
  ] as const) {
    expect((await post(`${pathOf(reference)}${act}/`, values)).status, act).toBe(303);
  }
  return { reference, link, goOn };
}

const remove = (reference: string, details: string) =>
  post(`${pathOf(reference)}remove-words/`, { details, sure: 'yes' });

describe('removing words', () => {
  test('leaves nothing of them in any column of any table, in mail that waits, search, export, feed or log', async () => {
    const { reference, goOn } = await writtenEverywhere();
    expect((await tracesHeld()).length).toBeGreaterThan(8);
    const done = await remove(reference, `${NAME}\n${ILLNESS}`);
    expect(done.headers.get('location')).toBe(`${pathOf(reference)}?done=words-removed`);
    expect(await tracesHeld()).toEqual([]);
    for (const word of ['quillon', 'vexley', 'zostrophic']) {
      expect(textIn(await show(`/desk/cases/?q=${word}`), '.lede'), word).toContain(
        'No case was found',
      );
    }
    const { id } = await oneRow<{ id: string }>(t, 'SELECT id FROM cases');
    const told = JSON.stringify(await exportOfCase(t.app.database, id));
    expect(told).not.toMatch(TRACES);
    expect(told).toContain('[removed]');
    expect((await show(pathOf(reference))).markup).not.toMatch(TRACES);
    expect((await show(`${pathOf(reference)}held/`)).markup).not.toMatch(TRACES);
    const { feedText } = await import('#services/calendar-feed/feed.ts');
    expect(await feedText(t.app)).not.toMatch(TRACES);
    expect(t.logged.join('\n')).not.toMatch(TRACES);
    // What waited goes out without them, invitations among it.
    goOn();
    const { deliver } = await import('#services/notifications/deliver.ts');
    const { sent } = await deliver(t.app, 20_000);
    expect(sent).toBeGreaterThan(5);
    expect(
      await t.app.database.query('SELECT kind, failure FROM messages WHERE failed_at IS NOT NULL'),
    ).toEqual([]);
    const mail = [...mailTo(t, 'staff@example.org'), ...mailTo(t, 'person@example.org')];
    for (const { subject, text, html, attachments = [] } of mail) {
      const calendars = attachments.map(({ content }) =>
        Buffer.from(String(content), 'base64').toString('utf8').replaceAll('\r\n ', ''),
      );
      for (const said of [subject, text, html, ...calendars]) expect(said).not.toMatch(TRACES);
    }
    expect(mail.some(({ text }) => text?.includes('[removed]'))).toBe(true);
  });

  test('leaves a mark where they stood, the rest as it was, and says that it was done and not what', async () => {
    const { reference } = await sendEnquiry({ message: `About ${NAME}, who works nights.` });
    await remove(reference, NAME);
    const page = await show(pathOf(reference));
    expect(list(page, '.answers dd')).toContain('About [removed], who works nights.');
    expect(textIn(page, '.timeline')).toContain('staff@example.org removed words from this case.');
    expect(
      await t.app.database.query("SELECT act, reference FROM audit WHERE act <> 'case read'"),
    ).toEqual([{ act: 'words removed, at the desk', reference }]);
    expect(list(await show('/desk/cases/?q=nights'), '.case-ref')).toEqual([
      `Reference ${reference}`,
    ]);
  });

  test('is found by what is left at once, whatever else waits to be made searchable', async () => {
    const other = await sendEnquiry({ email: 'other@example.org' });
    await t.app.database.query(
      `INSERT INTO case_acts (case_id, at, actor, act, words)
       SELECT id, now(), 'staff@example.org', 'note', 'Backlog ' || n
       FROM cases, generate_series(1, 450) n WHERE reference = '${other.reference}'`,
    );
    const { reference } = await sendEnquiry({ message: `About ${NAME}, who works nights.` });
    await post(`${pathOf(reference)}note/`, { words: `${NAME} prefers mornings` });
    await remove(reference, NAME);
    for (const word of ['nights', 'mornings']) {
      expect(list(await show(`/desk/cases/?q=${word}`), '.case-ref')).toEqual([
        `Reference ${reference}`,
      ]);
    }
    expect(list(await show('/desk/cases/?q=quillon'), '.case-ref')).toEqual([]);
  });

  test('shows each place first, and changes nothing by that', async () => {
    const { reference } = await sendEnquiry({ message: `About ${NAME}.` });
    await post(`${pathOf(reference)}note/`, { words: `${NAME} again` });
    const path = `${pathOf(reference)}remove-words/`;
    const page = await readPage(await post(path, { details: NAME }));
    expect(list(page, '.answers dt')).toEqual([
      'What they sent: message',
      'The timeline: what we wrote',
    ]);
    expect(list(page, '.answers dd')).toEqual(['About [removed].', '[removed] again']);
    expect(await tracesHeld()).not.toEqual([]);
    expect((await post(path, fieldsIn(page, `form[action="${path}"]`))).status).toBe(303);
    expect(await tracesHeld()).toEqual([]);
  });

  test.each([[''], ['…'], ['Words that stand nowhere']])(
    'of “%s” comes back with what to fix',
    async (details) => {
      const { reference } = await sendEnquiry({ message: `About ${NAME}.` });
      const page = await readPage(await post(`${pathOf(reference)}remove-words/`, { details }));
      expect([page.status, faultsIn(page).map(([, to]) => to)]).toEqual([422, ['#details']]);
      expect((await remove(reference, details)).status).toBe(422);
      expect(await t.app.database.query('SELECT act FROM audit')).toEqual([]);
    },
  );

  test('touches no other case, and no address or number', async () => {
    const other = await sendEnquiry({ message: NAME, email: 'other@example.org' });
    const { reference } = await sendEnquiry({ message: `${NAME}: person` });
    await remove(reference, `${NAME}\nperson`);
    expect(list(await show(pathOf(other.reference)), '.answers dd')).toContain(NAME);
    expect(list(await show(pathOf(reference)), '.answers dd')).toContain('person@example.org');
  });

  test('means that a form which comes again makes a case of its own', async () => {
    const form = 'abcdefgh12345678';
    const values = { ...makeEnquiry({ message: `About ${NAME}` }), form } as never;
    await call(publicApp, postForm('/api/enquiries', values));
    const { reference } = await oneRow<{ reference: string }>(t, 'SELECT reference FROM cases');
    await remove(reference, NAME);
    await call(publicApp, postForm('/api/enquiries', values));
    expect(list(await show(pathOf(reference)), '.answers dd')).toContain('About [removed]');
  });

  test('looks through every table about a case, whenever it was added', async () => {
    const about = [...(await tablesOf(t.app.database))]
      .filter(([, columns]) => columns.some(({ column }) => column === 'case_id'))
      .map(([table]) => table);
    expect([...WORDED_NAMES, ...WORDLESS].sort()).toEqual(about.sort());
  });

  test('is a page that holds no words of the case', async () => {
    const { reference } = await sendEnquiry({ message: NAME });
    const page = await show(`${pathOf(reference)}remove-words/`);
    expect([page.status, TRACES.test(page.markup)]).toEqual([200, false]);
    expect(get(pathOf(reference)).url).toContain(reference);
  });
});
