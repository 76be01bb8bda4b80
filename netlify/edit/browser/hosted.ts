import { accountName, isSignedIn, type Repository, repositoryAt, signInAgain } from './github.ts';
import { ownBranch } from './own-branch.ts';
import { givenByPage, showEditor } from './show-editor.ts';
import { showPublished } from './show-published.ts';

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
  if (!about.ok && about.status !== 401) {
    say(
      about.status === 0
        ? 'GitHub does not answer, so nothing can be opened. Try again in a minute.'
        : 'Your GitHub account cannot see where this site is kept. Ask the person who looks after the site.',
    );
    return;
  }
  if (about.ok && !about.what.permissions?.push) {
    say(
      'Your GitHub account may not change this site. Ask the person who looks after the site for write access.',
    );
    return;
  }
  if (about.ok) {
    const { default_branch: main } = about.what;
    const moves = given.hosted?.goesTo === 'branch' && leadsToMain(main);
    if (moves && !(await toOwnBranch(repository, main))) return;
    showPublished(repository, main);
  }
  showEditor(given);
}

void open();
