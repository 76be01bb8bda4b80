import { BRANCHES } from '../forms/names.ts';
import type { Repository } from './github.ts';

interface Ref {
  readonly object: { readonly sha: string };
}

/** The newest commit of a branch; undefined where GitHub does not give it. */
export async function headOf(repository: Repository, branch: string): Promise<string | undefined> {
  const ref = await repository.ask<Ref>(`/git/ref/heads/${branch}`);
  return ref.ok ? ref.what.object.sha : undefined;
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
  const sha = await headOf(repository, main);
  if (sha === undefined) return undefined;
  if ((await headOf(repository, name)) === undefined) {
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
