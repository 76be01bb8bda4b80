import { foundIn } from '../findings.ts';
import type { Known } from '../forms/site-facts.ts';
import { renew } from '../forms/site-facts.ts';
import { readKnown } from '../read-known.ts';
import { readFilesAt } from './branch-files.ts';
import { accountName, type Repository } from './github.ts';
import { type Commit, ownChange } from './own-change.ts';
import type { Change } from './published.ts';
import { findingsShown } from './show-findings.ts';
import { ownChangeShown } from './show-own-change.ts';
import { publishedShown } from './show-published.ts';

/** How often GitHub is asked, in milliseconds; its limit for one account is far above. */
const EVERY = 15_000;

/** How long after something may have been saved it is asked too, in milliseconds. */
const AFTER_SAVING = [1500, 5000] as const;

/** The root of the files that the checks read, which are held without one. */
const ROOT = '';

/** No dictionary comes into the browser; it knows how to spell by itself. */
const SPELLING = { knows: () => true, meant: () => undefined };

/** The branch that is open in the editor, from its address. */
const branchOpen = (main: string): string => {
  const [, branch] = /^\/keystatic\/branch\/([^/]+)/.exec(location.pathname) ?? [];
  return branch === undefined ? main : decodeURIComponent(branch);
};

async function newest(
  repository: Repository,
  branch: string,
): Promise<{ commit: Commit; status: Change['status'] } | undefined> {
  const commit = await repository.ask<Commit>(`/commits/${encodeURIComponent(branch)}`);
  if (!commit.ok) return undefined;
  const status = await repository.ask<Change['status']>(`/commits/${commit.what.sha}/status`);
  return status.ok ? { commit: commit.what, status: status.what } : undefined;
}

/** A button that saves, creates or deletes. */
const CHANGES = 'button[type="submit"], [role="alertdialog"] button';

/**
 * Follows the branch that is open, as GitHub has it: keeps `known` to what is on it, so that forms judge by what was
 * saved a moment ago, and shows at the foot of the window what the checks find there, what became of the newest
 * change, and the writer’s own newest, to be taken back. Returns whether what is on it could be read.
 */
export async function followBranch(
  repository: Repository,
  main: string,
  known: Known,
): Promise<boolean> {
  // The findings come last, as they may be long, and the foot then scrolls.
  const showPublished = publishedShown();
  const showOwnChange = ownChangeShown();
  const showFindings = findingsShown();
  const login = await accountName();
  let read = '';
  const look = async () => {
    const branch = branchOpen(main);
    const change = await newest(repository, branch);
    if (!change) return;
    showPublished(change, branch === main);
    const { sha } = change.commit;
    if (sha === read || !(await readFilesAt(repository, sha))) return;
    read = sha;
    renew(known, readKnown(ROOT));
    showFindings(foundIn(ROOT, SPELLING));
    showOwnChange(login ? await ownChange(repository, login, branch, change.commit) : undefined);
  };
  const lookIfSeen = () => {
    if (document.visibilityState === 'visible') void look();
  };
  await look();
  setInterval(lookIfSeen, EVERY);
  document.addEventListener('click', ({ target }) => {
    if (!(target instanceof Element) || !target.closest(CHANGES)) return;
    for (const wait of AFTER_SAVING) setTimeout(lookIfSeen, wait);
  });
  return read !== '';
}
