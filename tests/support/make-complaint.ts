import { publicApp } from '#web/public-app.ts';
import { call, type TestApp } from './app.ts';
import { oneRow } from './desk-cases.ts';
import { postForm, postJson } from './requests.ts';

/** A complaint that would be accepted, with what a test wants different; undefined leaves a field out. */
export const makeComplaint = (overrides: Record<string, unknown> = {}): Record<string, string> => {
  const complaint: Record<string, unknown> = {
    about: 'data',
    name: 'A. Person',
    email: 'person@example.org',
    message: 'You wrote to an address that is not mine.',
    ...overrides,
  };
  return Object.fromEntries(
    Object.entries(complaint).filter(([, value]) => value !== undefined),
  ) as Record<string, string>;
};

/** Posts a complaint as a program does. */
export const postComplaint = (overrides: Record<string, unknown> = {}, headers = {}) =>
  call(publicApp, postJson('/api/complaints', makeComplaint(overrides), headers));

/** Posts a complaint as its form does. */
export const postComplaintForm = (values: Record<string, string>) =>
  call(publicApp, postForm('/api/complaints', values));

/** A complaint somebody sends; throws when it is refused or held. */
export async function sendComplaint(overrides: Record<string, unknown> = {}) {
  const response = await postComplaint(overrides);
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as { reference: string; link: string };
}

/** The reference of the one case there is, which its sender was not told. */
export const onlyReference = async (t: TestApp): Promise<string> =>
  (await oneRow<{ reference: string }>(t, 'SELECT reference FROM cases')).reference;
