import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { type OpenedTestApp, openTestApp } from '../support/app.ts';
import { type BehindProxy, openBehindProxy } from '../support/behind-proxy.ts';
import { keyIn } from '../support/bookings.ts';
import { showCase, statesIn } from '../support/case-pages.ts';
import type { CommitCut } from '../support/commit-proxy.ts';
import { PRESSED_FORMS, type PressedForm, TYPED_WORDS } from '../support/pressed-forms.ts';
import { setReadOnly } from '../support/read-only.ts';
import { fieldsIn, type PageRead, readPage } from '../support/read-page.ts';

/** What is to happen to the next commits, and to connections. */
const fate: { cuts: CommitCut[]; thenRefusedWith?: string; refusedWith?: string | undefined } = {
  cuts: [],
};

function cutNext(): CommitCut | undefined {
  const cut = fate.cuts.shift();
  if (cut) fate.refusedWith = fate.thenRefusedWith;
  return cut;
}

let t: OpenedTestApp;
let behind: BehindProxy;
beforeAll(async () => {
  t = await openTestApp({}, async () => {
    behind = await openBehindProxy({ atCommit: cutNext, atStart: () => fate.refusedWith });
    return behind;
  });
});
beforeEach(async () => {
  fate.cuts = [];
  delete fate.thenRefusedWith;
  delete fate.refusedWith;
  await t.reset();
});
afterAll(() => t?.close());

/** A transaction that the embedded database refused stays open when its connection is given up. */
const NEEDS_SERVER = 'The embedded database rolls nothing back when its connection is given up.';

const TABLES = ['cases', 'enquiries', 'bookings', 'messages', 'person_acts', 'case_acts'] as const;

/** How much of everything there is, once all mail has gone out. */
async function everything(): Promise<Record<string, number>> {
  await runJob(t.app, 'deliver');
  const [counts] = await t.app.database.query<Record<string, number>>(
    `SELECT ${TABLES.map((table) => `(SELECT count(*)::int FROM ${table}) AS ${table}`).join(', ')}`,
  );
  return { ...counts, mail: t.mailbox.messages.length };
}

/** What there is after a form was pressed once with nothing in the way; and that it is more than before. */
async function afterOnePress(form: PressedForm) {
  const { values, press } = await form.prepare(t);
  const before = await everything();
  expect((await press(values)).status).toBe(303);
  const after = await everything();
  expect(after).not.toEqual(before);
  await t.reset();
  return after;
}

/** Where a press led to says what is so. */
async function expectSaid(form: PressedForm, answer: Response) {
  expect(answer.status).toBe(303);
  const onward = answer.headers.get('location') ?? '';
  if (form.state === undefined) expect(onward).toContain('done=');
  else expect(statesIn(await showCase(keyIn(onward)))).toContain(form.state);
}

const wordsOf = ({ $ }: PageRead) => $('main').text();

/** A form that was not saved is there again, whole, its own id included; what it would post. */
function fieldsBack({ comesBack }: PressedForm, page: PageRead, values: Record<string, string>) {
  if (!comesBack) return values;
  const fields = fieldsIn(page, 'main form');
  if ('outcome' in values)
    fields['outcome'] =
      page.$('[name=outcome]:checked, [name=outcome] [selected]').attr('value') ?? '';
  expect(fields).toMatchObject(values);
  return fields;
}

const logged = () => t.logged.join('\n');

describe.each(PRESSED_FORMS)('$name', (form) => {
  test('whose COMMIT lost its answer is found, and pressed again is the same', async () => {
    const expected = await afterOnePress(form);
    const { values, press } = await form.prepare(t);
    fate.cuts = ['unanswered'];
    await expectSaid(form, await press(values));
    expect(logged()).toContain('committed is not known');
    await expectSaid(form, await press(values));
    expect(await everything()).toEqual(expected);
  });

  test('that cannot be looked up either says so, and pressed again is the same', async () => {
    const expected = await afterOnePress(form);
    const { values, press } = await form.prepare(t);
    fate.cuts = ['unanswered'];
    fate.thenRefusedWith = '53300';
    const page = await readPage(await press(values));
    delete fate.refusedWith;
    expect(page.status).toBe(503);
    expect(wordsOf(page)).toContain('We cannot tell yet');
    expect(wordsOf(page)).not.toContain('Nothing has been saved');
    expect(logged()).toContain('(53300)');
    expect(logged()).not.toContain(TYPED_WORDS);
    await expectSaid(form, await press(fieldsBack(form, page, values)));
    expect(await everything()).toEqual(expected);
  });

  test('whose look-up is lost as well keeps its time, and pressed again is the same', async () => {
    const expected = await afterOnePress(form);
    const { values, press } = await form.prepare(t);
    fate.cuts = ['unanswered', 'unanswered'];
    const page = await readPage(await press(values));
    expect(page.status).toBe(503);
    expect(wordsOf(page)).toContain('We cannot tell yet');
    await expectSaid(form, await press(fieldsBack(form, page, values)));
    expect(await everything()).toEqual(expected);
  });

  test('met by a database that is read-only is kept, and nothing is saved', async ({ skip }) => {
    skip(!behind.isServer, NEEDS_SERVER);
    const { values, press } = await form.prepare(t);
    const before = await everything();
    await setReadOnly(t.app.database, true);
    const page = await readPage(await press(values));
    await setReadOnly(t.app.database, false);
    expectNotSaved(form, page, { values, code: '25006' });
    expect(await everything()).toEqual(before);
  });

  test.for(['53100', '53300'])(
    'met by %s is kept, and nothing is saved',
    async (code, { skip }) => {
      skip(!behind.isServer, NEEDS_SERVER);
      const { values, press } = await form.prepare(t);
      const before = await everything();
      await refuseWrites(code);
      const page = await readPage(await press(values));
      await t.app.database.query('DROP FUNCTION refuse_writes CASCADE');
      expectNotSaved(form, page, { values, code });
      expect(await everything()).toEqual(before);
    },
  );
});

/** Every act and message is refused by the database with an SQLSTATE, in words that quote what was typed. */
async function refuseWrites(code: string): Promise<void> {
  await t.app.database.query(
    `CREATE FUNCTION refuse_writes() RETURNS trigger LANGUAGE plpgsql AS $$
     BEGIN RAISE EXCEPTION '${TYPED_WORDS} do not fit' USING ERRCODE = '${code}'; END $$`,
  );
  for (const table of ['messages', 'case_acts']) {
    await t.app.database.query(
      `CREATE TRIGGER refused BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION refuse_writes()`,
    );
  }
}

function expectNotSaved(
  form: PressedForm,
  page: PageRead,
  { values, code }: { values: Record<string, string>; code: string },
) {
  expect(page.status).toBe(503);
  expect(wordsOf(page)).toContain('Nothing has been saved');
  fieldsBack(form, page, values);
  expect(logged()).toContain(`(${code})`);
  expect(logged()).not.toContain(TYPED_WORDS);
}
