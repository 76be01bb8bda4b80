import { expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { faultsIn, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';

testApp();

const LONG = 'x'.repeat(6_000);
const FORMS = [
  ['/api/enquiries', ['name', 'email', 'phone', 'organisation', 'role', 'message', 'people']],
  ['/api/complaints', ['name', 'email', 'phone', 'about', 'message']],
  ['/api/callbacks', ['name', 'phone', 'email', 'start', 'case']],
  ['/api/discovery-calls', ['name', 'phone', 'email', 'organisation', 'topic', 'start']],
  ['/callback/', ['name', 'phone', 'email', 'start']],
  ['/discovery-call/', ['name', 'phone', 'email', 'organisation', 'start']],
  ['/your-enquiry/', ['email']],
] as const;

/** The starts that are refused, each for another reason. */
const STARTS = [
  'soon',
  '1971-11-24T11:00:00+00:00',
  '2026-11-24T11:00:00+01:00',
  '2026-11-28T11:00:00+00:00',
  '2027-06-01T11:00:00+01:00',
  '2026-11-25T11:10:00+00:00',
  '2026-11-24T09:30:00+00:00',
];

const PLANS = ['people=x', 'people=900000', 'people=46&sessions=x', 'people=46&rhythm=daily'];

const faultsOf = async (request: Request): Promise<string[]> =>
  faultsIn(await readPage(await call(publicApp, request))).map(([words]) => words);

/** Everything that the public forms say is wrong, of what is missing, too long, unreadable or not to be had. */
async function everyFault(): Promise<string[]> {
  const posts = FORMS.flatMap(([path, fields]) =>
    [undefined, '', LONG, '?', `${'a'.repeat(70)}@example.org`, ...STARTS].map((value) =>
      postForm(
        path,
        value === undefined ? {} : Object.fromEntries(fields.map((field) => [field, value])),
      ),
    ),
  );
  const plans = PLANS.map((query) => get(`/plan/?rhythm=monthly&${query}`));
  const said: string[] = [];
  for (const request of [...posts, ...plans]) said.push(...(await faultsOf(request)));
  return [...new Set(said)];
}

test('what the public forms say is wrong ends alike: one sentence without a full stop, several each with one', async () => {
  const said = await everyFault();
  expect(said).toEqual(
    expect.arrayContaining([
      'Choose a time',
      'Enter your name',
      'Enter a whole number, such as 46',
      'Your name must be 200 characters or fewer. It is 6,000.',
    ]),
  );
  const isSeveral = (words: string) => /[.?!] \p{Lu}/u.test(words);
  expect(said.filter((words) => words.endsWith('.') !== isSeveral(words))).toEqual([]);
});
