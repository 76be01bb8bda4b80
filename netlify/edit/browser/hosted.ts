import type { Given } from '../editor-page.ts';
import { followBranch } from './follow-branch.ts';
import {
  type Answer,
  accountName,
  isSignedIn,
  type Repository,
  repositoryAt,
  signInAgain,
} from './github.ts';
import { ownBranch } from './own-branch.ts';
import { givenByPage, showEditor } from './show-editor.ts';

interface About {
  readonly default_branch: string;
  readonly permissions?: { readonly push: boolean };
}

function say(words: string): void {
  const said = document.createElement('p');
  said.setAttribute('role', 'alert');
  said.style.cssText =
    'max-width: 36rem; margin: 4rem auto; padding: 0 1rem; font: 1.125rem/1.6 system-ui, sans-serif';
  said.append(words);
  document.getElementById('editor')?.replaceChildren(said);
}

/** Whether the address leads to the branch readers get. */
const leadsToMain = (main: string) =>
  /^\/keystatic\/?$/.test(location.pathname) ||
  location.pathname.startsWith(`/keystatic/branch/${encodeURIComponent(main)}`);

/** Leads the writer to a branch of their own; says so and returns false where there can be none. */
async function toOwnBranch(repository: Repository, main: string): Promise<boolean> {
  const login = await accountName();
  const branch = login && (await ownBranch(repository, login, main));
  if (!branch) {
    say(
      'GitHub did not let a branch be made for your changes, so nothing was opened. Try again in a minute.',
    );
    return false;
  }
  const path = location.pathname.replace(/^\/keystatic(?:\/branch\/[^/]+)?/, '').replace(/\/$/, '');
  history.replaceState(null, '', `/keystatic/branch/${encodeURIComponent(branch)}${path}`);
  return true;
}

/** What the account that is signed in is told when it may not edit; undefined when it may. */
function refusedBecause(about: Answer<About>): string | undefined {
  if (about.ok) {
    return about.what.permissions?.push
      ? undefined
      : 'Your GitHub account may not change this site. Ask the person who looks after the site for write access.';
  }
  return about.status === 0
    ? 'GitHub does not answer, so nothing can be opened. Try again in a minute.'
    : 'Your GitHub account cannot see where this site is kept. Ask the person who looks after the site.';
}

/** Leads to where changes go and reads what is there; says so and returns false where that cannot be done. */
async function atWork(repository: Repository, given: Given, main: string): Promise<boolean> {
  const moves = given.hosted?.goesTo === 'branch' && leadsToMain(main);
  if (moves && !(await toOwnBranch(repository, main))) return false;
  if (await followBranch(repository, main, given.known)) return true;
  say(
    'GitHub does not give the words of the site, so nothing can be opened. Try again in a minute.',
  );
  return false;
}

/** Opens the editor for those whom GitHub lets write to the repository; nobody else sees anything of it. */
async function open(): Promise<void> {
  const given = givenByPage();
  const repository = repositoryAt(given.hosted?.repository ?? '');
  if (!isSignedIn()) await signInAgain();
  // Signing in is the editor’s own.
  if (!isSignedIn()) {
    showEditor(given);
    return;
  }
  const about = await repository.ask<About>('');
  const hasSignInEnded = !about.ok && about.status === 401;
  const refused = hasSignInEnded ? undefined : refusedBecause(about);
  if (refused) {
    say(refused);
    return;
  }
  if (about.ok && !(await atWork(repository, given, about.what.default_branch))) return;
  showEditor(given);
}

void open();
