import { SITE_URL } from './app.ts';
import type { Authenticator } from './authenticator.ts';
import { openDesk } from './desk-doors.ts';
import { postJson } from './requests.ts';

const SAME = { 'sec-fetch-site': 'same-origin' };

const HERE = { origin: SITE_URL, rpId: new URL(SITE_URL).hostname };

/** Posts JSON to the desk as its own script does. */
export const postAsScript = (path: string, body: unknown, cookie?: string) =>
  openDesk(postJson(path, body, { ...SAME, ...(cookie !== undefined && { cookie }) }));

/** What is to be signed, as the desk asks for it at a path. */
export async function challengeAt(path: string, cookie?: string): Promise<string> {
  const answer = await postAsScript(path, {}, cookie);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
  return ((await answer.json()) as { challenge: string }).challenge;
}

/** Adds a passkey for whoever the cookie signs in. */
export async function addPasskey(authenticator: Authenticator, cookie: string, name = 'Laptop') {
  const challenge = await challengeAt('/desk/passkeys/options/', cookie);
  const response = authenticator.register({ challenge, ...HERE });
  return postAsScript('/desk/passkeys/add/', { name, response }, cookie);
}

/** Signs in with a passkey, with what a test wants different of where it was asked for. */
export async function enterWith(
  authenticator: Authenticator,
  {
    challenge,
    onward,
    ...other
  }: Partial<typeof HERE & { challenge: string; onward: string }> = {},
) {
  const asked = challenge ?? (await challengeAt('/desk/sign-in/passkey/options/'));
  const response = authenticator.authenticate({ challenge: asked, ...HERE, ...other });
  return postAsScript('/desk/sign-in/passkey/', { response, onward });
}
