import { describe, expect, test } from 'vitest';
import { testApp } from '../support/app.ts';
import { list } from '../support/case-pages.ts';
import { sendEnquiry } from '../support/desk-cases.ts';
import { openDesk } from '../support/desk-doors.ts';
import { deskVisit } from '../support/desk-visit.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { postForm } from '../support/requests.ts';

const t = testApp();
const { show } = deskVisit(t);

/** What a browser that is signed out is shown when it posts a form. */
const signedOut = async (path: string, values: Record<string, string>) =>
  readPage(await openDesk(postForm(path, values)));

describe('a form that is sent after its session ended', () => {
  test('is shown again by what its fields are called, without what nobody typed', async () => {
    const { reference } = await sendEnquiry();
    const page = await signedOut(`/desk/cases/${reference}/outcome/`, {
      ...{ outcome: 'spoke', words: 'Ring <after> four.', followUp: '' },
      ...{ once: 'once-4711', seen: 'none', step: 'see' },
    });
    expect([page.status, textIn(page, 'h1')]).toEqual([401, 'You are signed out']);
    expect([list(page, '.answers dt'), list(page, '.answers dd')]).toEqual([
      ['The outcome', 'Your note'],
      ['spoke', 'Ring <after> four.'],
    ]);
    expect(textIn(page, 'main')).not.toMatch(/4711|none|see\b/);
  });

  test('is shown without a name where no name fits, or nothing that was typed with nothing', async () => {
    const page = await signedOut('/desk/cases/new/', { to: 'ABCDEFGH', constructor: 'Typed.' });
    expect(list(page, '.answers dt')).toEqual([]);
    expect(list(page, 'p.as-typed')).toEqual(['ABCDEFGH', 'Typed.']);
    const nothing = await signedOut('/desk/sign-out/', { once: 'x' });
    expect(textIn(nothing, 'main')).not.toContain('What you had written');
  });

  test.each([
    '/desk/cases/new/',
    '/desk/cases/new-complaint/',
    '/desk/times/hours/',
    '/desk/times/block/',
    ...['outcome', 'note', 'details', 'hold', 'close', 'follow-up', 'owner', 'remove-words'].map(
      (act) => `/desk/cases/REFERENCE/${act}/`,
    ),
  ])('names no field of %s as code does', async (named) => {
    const { reference } = await sendEnquiry();
    const path = named.replace('REFERENCE', reference);
    const form = await show(path);
    expect(form.status).toBe(200);
    const names = form
      .$('form[method="post"] :is(input:not([type="hidden"]), textarea, select)')
      .toArray()
      .map((field) => form.$(field).attr('name') ?? '');
    const values = Object.fromEntries(names.map((name) => [name, `typed in ${name}`]));
    expect(names.length).toBeGreaterThan(0);
    const page = await signedOut(path, values);
    const said = list(page, '.answers dt');
    expect(said.filter((words) => names.includes(words))).toEqual([]);
    for (const typed of Object.values(values)) expect(textIn(page, 'main')).toContain(typed);
    // All but a case’s reference, which has the name of a closure’s last day.
    expect(list(page, 'p.as-typed').filter((typed) => typed !== 'typed in to')).toEqual([]);
  });
});
