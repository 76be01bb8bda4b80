import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runJob } from '#services/jobs/jobs.ts';
import { testApp } from '../support/app.ts';
import { newAuthenticator } from '../support/authenticator.ts';
import { count } from '../support/bookings.ts';
import { signIn } from '../support/desk.ts';
import { askForLink, linkTo, openDesk, openLink, press, sessionIn } from '../support/desk-doors.ts';
import { addPasskey, enterWith } from '../support/passkeys.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

const STAFF = 'staff@example.org';

const t = testApp({ STAFF_EMAIL: `${STAFF}, rota@example.org` });

let cookie = '';
let before: typeof t.app.environment;
beforeEach(async () => {
  before = t.app.environment;
  cookie = await signIn(t);
});

afterEach(() => {
  t.app.environment = before;
});

/** From here on the site asks staff for passkeys. */
function askForPasskeys(): void {
  t.app.environment = { ...t.app.environment, STAFF_SIGN_IN: 'passkey' };
}

async function withPasskey() {
  const authenticator = newAuthenticator();
  expect((await addPasskey(authenticator, cookie)).status).toBe(200);
  askForPasskeys();
  return authenticator;
}

const acts = async () =>
  (await t.app.database.query<{ act: string }>('SELECT act FROM audit ORDER BY id')).map(
    ({ act }) => act,
  );

const isIn = (answer: Response) =>
  answer.headers.getSetCookie().some((set) => /^__Host-desk=[\w-]{43}/.test(set));

describe('where the site asks for a passkey, somebody who has one', () => {
  test('is not signed in by a link, is told what to do, and has used the link up', async () => {
    await withPasskey();
    await askForLink(STAFF, { onward: '/desk/diary/' });
    const link = linkTo(t, STAFF);
    const answer = await press(link);
    expect([answer.status, isIn(answer)]).toEqual([409, false]);
    const page = await readPage(answer);
    expect(page.$('h1').text()).toBe('Use your passkey');
    expect(page.$('[data-onward]').attr('data-onward')).toBe('/desk/diary/');
    expect((await press(link)).status).toBe(410);
    expect(await count(t, 'desk_sessions')).toBe(1);
    expect(await acts()).toEqual(['passkey added', 'link or code used without a passkey']);
  });

  test('nor by its code', async () => {
    await withPasskey();
    await askForLink(STAFF);
    const shown = await (await openDesk(get(linkTo(t, STAFF)))).text();
    const code = /\d{3} \d{3}/.exec(shown)?.[0] ?? '';
    const browser = `__Host-desk-browser=${'b'.repeat(43)}`;
    const answer = await openDesk(postForm('/desk/sign-in/code/', { code }, { cookie: browser }));
    expect([answer.status, isIn(answer)]).toEqual([409, false]);
  });

  test('is signed in by the passkey', async () => {
    const authenticator = await withPasskey();
    const entered = await enterWith(authenticator);
    expect((await openDesk(get('/desk/', sessionIn(entered)))).status).toBe(200);
  });

  test('proves again who they are by it alone', async () => {
    await withPasskey();
    t.setNow('2026-11-24T11:00:00Z');
    const page = await readPage(await openDesk(get('/desk/cases/cases.csv', cookie)));
    expect(page.$('h1').text()).toBe('Show that it is you');
    expect(page.$('[data-passkey-sign-in]')).toHaveLength(1);
    expect(page.$('form[action="/desk/sign-in/"]')).toHaveLength(0);
  });

  test('who lost it is let in by a link again once it went with their place on the staff list', async () => {
    await withPasskey();
    const { environment } = t.app;
    t.app.environment = { ...environment, STAFF_EMAIL: ['rota@example.org'] };
    await runJob(t.app, 'deliver');
    t.app.environment = environment;
    await askForLink(STAFF);
    expect(isIn(await press(linkTo(t, STAFF)))).toBe(true);
  });
});

describe('where the site asks for a passkey, somebody who has none', () => {
  test('is signed in by a link, and led to adding one whatever they open', async () => {
    askForPasskeys();
    await askForLink(STAFF);
    const own = sessionIn(await press(linkTo(t, STAFF)));
    for (const path of ['/desk/', '/desk/cases/', '/desk/diary/', '/desk/sessions/']) {
      const answer = await openDesk(get(path, own));
      expect([path, answer.status, answer.headers.get('location')]).toEqual([
        path,
        303,
        '/desk/passkeys/add/',
      ]);
    }
    const page = await readPage(await openDesk(get('/desk/passkeys/add/', own)));
    expect(textIn(page, 'main')).toContain('Staff open this desk with a passkey.');
    expect((await openDesk(get('/desk/sign-out/', own))).status).toBe(200);
  });

  test('does nothing at the desk by posting, and the desk opens once they have added one', async () => {
    askForPasskeys();
    const posted = await openDesk(postForm('/desk/cases/cases.csv', {}, { cookie }));
    expect(posted.status).toBe(409);
    expect(textIn(await readPage(posted), 'main')).toContain('add yours first');
    expect((await addPasskey(newAuthenticator(), cookie)).status).toBe(200);
    expect((await openDesk(get('/desk/', cookie))).status).toBe(200);
  });
});

test('unless the site asks for it, a link goes on signing in somebody who has a passkey', async () => {
  expect((await addPasskey(newAuthenticator(), cookie)).status).toBe(200);
  await askForLink(STAFF);
  const link = linkTo(t, STAFF);
  expect((await openLink(link)).status).toBe(200);
  expect(isIn(await press(link))).toBe(true);
});
