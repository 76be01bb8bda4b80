import { BRANCHES } from '../forms/names.ts';
import type { Answer, Repository } from './github.ts';

interface Ref {
  readonly object: { readonly sha: string };
}

/** The newest commit of a branch. */
export async function headOf(repository: Repository, branch: string): Promise<Answer<string>> {
  const ref = await repository.ask<Ref>(`/git/ref/heads/${branch}`);
  return ref.ok ? { ok: true, what: ref.what.object.sha } : ref;
}

/**
 * The branch that changes of the account `login` go to: made from `main` when there is none, and moved on to it when
 * everything on it is there already. Undefined when GitHub lets neither be done.
 */
export async function ownBranch(
  repository: Repository,
  login: string,
  main: string,
): Promise<string | undefined> {
  const name = `${BRANCHES}${login.toLowerCase()}`;
  const head = await headOf(repository, main);
  if (!head.ok) return undefined;
  const { what: sha } = head;
  if (!(await headOf(repository, name)).ok) {
    const body = { ref: `refs/heads/${name}`, sha };
    const made = await repository.ask('/git/refs', { method: 'POST', body });
    return made.ok ? name : undefined;
  }
  const compared = await repository.ask<{ ahead_by: number; behind_by: number }>(
    `/compare/${main}...${name}`,
  );
  if (compared.ok && compared.what.ahead_by === 0 && compared.what.behind_by > 0) {
    await repository.ask(`/git/refs/heads/${name}`, { method: 'PATCH', body: { sha } });
  }
  return name;
}
