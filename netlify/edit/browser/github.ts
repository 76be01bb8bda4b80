const GITHUB = 'https://api.github.com';

/** The key to GitHub, which the editor keeps in a cookie of its own; undefined when nobody is signed in. */
const keyHeld = (): string | undefined =>
  /(?:^|; )keystatic-gh-access-token=([^;]+)/.exec(document.cookie)?.[1];

/** What GitHub answers: what was asked for, or the status of a refusal; 0 when it did not answer, or nobody is signed in. */
export type Answer<What> =
  | { readonly ok: true; readonly what: What }
  | { readonly ok: false; readonly status: number };

/** GitHub, asked with the writer’s own account about one repository. */
export interface Repository {
  ask<What>(path: string, init?: { method: string; body: object }): Promise<Answer<What>>;
}

async function ask<What>(
  path: string,
  init?: { method: string; body: object },
): Promise<Answer<What>> {
  const key = keyHeld();
  if (key === undefined) return { ok: false, status: 0 };
  try {
    const answer = await fetch(`${GITHUB}${path}`, {
      cache: 'no-store',
      headers: {
        authorization: `Bearer ${decodeURIComponent(key)}`,
        accept: 'application/vnd.github+json',
      },
      ...(init && { method: init.method, body: JSON.stringify(init.body) }),
    });
    if (!answer.ok) return { ok: false, status: answer.status };
    return { ok: true, what: (await answer.json()) as What };
  } catch {
    return { ok: false, status: 0 };
  }
}

/** The repository `name`, "owner/name", as GitHub’s interface has it. */
export const repositoryAt = (name: string): Repository => ({
  ask: (path, init) => ask(`/repos/${name}${path}`, init),
});

/** The name of the account that is signed in; undefined when GitHub does not say. */
export async function accountName(): Promise<string | undefined> {
  const answer = await ask<{ login: string }>('/user');
  return answer.ok ? answer.what.login : undefined;
}

/** Whether someone is signed in. */
export const isSignedIn = (): boolean => keyHeld() !== undefined;

/** Has the sign-in of somebody who was here before go on, where it still can. */
export async function signInAgain(): Promise<void> {
  await fetch('/api/keystatic/github/refresh-token', { method: 'POST' }).catch(() => undefined);
}
