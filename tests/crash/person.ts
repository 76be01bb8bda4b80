import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { fieldsIn, readPage, textIn } from '../support/read-page.ts';
import { sendWhenUp } from './servers.ts';

export type Asks = 'enquiry' | 'callback' | 'discovery-call';

/** One person with one form before them, which they press until it says that it was saved. */
export interface Person {
  asks: Asks;
  email: string;
  /** What stands in the form, its own id included. */
  fields: Record<string, string>;
}

/**
 * What came of one press. `saved`: they were led to `page`; `nothing` and `unknown`: the form came back and says
 * that nothing has been saved, or that it cannot be told; `taken`: somebody has the time; `silence`: no answer came.
 */
export type Said =
  | { said: 'saved'; page: string }
  | { said: 'nothing' | 'unknown'; fields: Record<string, string> }
  | { said: 'taken' | 'silence' }
  | { said: 'wrong'; what: string };

const ROUTES: Readonly<Record<Asks, string>> = {
  enquiry: '/api/enquiries',
  callback: '/api/callbacks',
  'discovery-call': '/api/discovery-calls',
};

const formId = (random: () => number) =>
  Buffer.from(Array.from({ length: 16 }, () => Math.floor(random() * 256))).toString('base64url');

/** The person with this number: half enquire, the others ask for either kind of call, whose time they choose later. */
export function makePerson(number: number, random: () => number): Person {
  const email = `person-${number}@example.org`;
  const asks =
    (['enquiry', 'callback', 'enquiry', 'discovery-call'] as const)[number % 4] ?? 'enquiry';
  const made = {
    enquiry: () => makeEnquiry({ email, interests: 'groups', message: `Words of ${number}` }),
    callback: () => makeCallback({ email, topic: `Words of ${number}` }),
    'discovery-call': () => makeDiscoveryCall({ email, topic: `Words of ${number}` }),
  }[asks]();
  return { asks, email, fields: { ...(made as Record<string, string>), form: formId(random) } };
}

/** What is lost of a form that came back: fields that do not hold what was typed into them. */
const lostIn = (typed: Record<string, string>, back: Record<string, string>) =>
  Object.keys(typed).filter((name) => back[name] !== typed[name]);

async function readUnavailable(typed: Person['fields'], answer: Response): Promise<Said> {
  const page = await readPage(answer);
  const fields = fieldsIn(page, 'main form');
  const lost = lostIn(typed, fields);
  if (lost.length > 0)
    return { said: 'wrong', what: `503 lost what was typed: ${lost.join(', ')}` };
  const words = textIn(page, '.error-summary');
  if (words.includes('cannot tell yet')) return { said: 'unknown', fields };
  if (words.includes('Nothing has been saved')) return { said: 'nothing', fields };
  return { said: 'wrong', what: `503 says neither: ${words}` };
}

/** Presses the button of a person’s form once. */
export async function press({ asks, fields }: Person): Promise<Said> {
  const answer = await sendWhenUp(ROUTES[asks], {
    method: 'POST',
    redirect: 'manual',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });
  if (!answer) return { said: 'silence' };
  if (answer.status === 303) return { said: 'saved', page: answer.headers.get('location') ?? '' };
  if (answer.status === 503) {
    return readUnavailable(fields, answer).catch(() => ({ said: 'silence' as const }));
  }
  await answer.text();
  if (answer.status === 409) return { said: 'taken' };
  return { said: 'wrong', what: `answered ${answer.status}` };
}

/** The times offered for a kind of call; none while that cannot be read. */
export async function offeredTimes(kind: Asks): Promise<string[]> {
  const answer = await sendWhenUp(`/api/slots?kind=${kind}`, {});
  if (!answer?.ok) return [];
  const { slots } = (await answer.json()) as { slots: { start: string }[] };
  return slots.map(({ start }) => start);
}

/** What the person’s own page says is so, by state; undefined while it cannot be read. */
export async function statesOn(page: string): Promise<string[] | undefined> {
  const answer = await sendWhenUp(new URL(page).pathname, {});
  if (answer?.status !== 200) return undefined;
  const { $ } = await readPage(answer);
  const said = $('[data-state]').toArray();
  return [...new Set(said.map((one) => $(one).attr('data-state') ?? ''))];
}
