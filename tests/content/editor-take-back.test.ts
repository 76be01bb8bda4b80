import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { repositoryAt } from '../../netlify/edit/browser/github.ts';
import { takeBackMadeAt } from '../../netlify/edit/browser/local-change.ts';
import { type Commit, ownChange } from '../../netlify/edit/browser/own-change.ts';
import type { LastChange, TakenBack } from '../../netlify/edit/last-change.ts';
import { copyContent, type EditedCopy } from '../support/editor.ts';
import { type FakeGitHub, fakeGitHub } from '../support/fake-github.ts';

const PAGE = 'pages/managers.mdx';

describe('on one’s own machine, the change made last', () => {
  let copy: EditedCopy;
  beforeEach(async () => {
    copy = copyContent();
    await copy.load();
  });
  afterEach(() => copy.remove());

  const last = async () => (await copy.lastChange().then((answer) => answer.json())) as LastChange;
  const takeBack = async (at?: string) =>
    (await (await copy.takeBack(at ?? (await last()).at)).json()) as TakenBack;

  test('is taken back, byte for byte, and may be put in again', async () => {
    const before = copy.onDisk(PAGE);
    expect(await last()).toBeNull();
    await copy.save(PAGE, `${before}\nA mistake.\n`);
    expect(await last()).toMatchObject({ kind: 'saved', paths: [PAGE] });
    expect(await takeBack()).toEqual({ kind: 'taken-back', again: [PAGE] });
    expect(copy.onDisk(PAGE)).toBe(before);
    expect(await last()).toMatchObject({ kind: 'taken-back', paths: [PAGE] });
    expect(await takeBack()).toEqual({ kind: 'taken-back', again: [PAGE] });
    expect(copy.onDisk(PAGE)).toBe(`${before}\nA mistake.\n`);
  });

  test('is taken back once, though two windows show it', async () => {
    const before = copy.onDisk(PAGE);
    await copy.save(PAGE, `${before}\nA mistake.\n`);
    const { at } = await last();
    await new Promise((done) => setTimeout(done, 5));
    expect(await takeBack(at)).toMatchObject({ kind: 'taken-back' });
    expect(await takeBack(at)).toMatchObject({ kind: 'left' });
    expect(copy.onDisk(PAGE)).toBe(before);
  });

  test('may be tried again where the editor does not answer', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    const outcome = await takeBackMadeAt('2026-01-01T00:00:00.000Z');
    vi.unstubAllGlobals();
    expect(outcome).toMatchObject({ kind: 'failed' });
  });

  test('may be a page that was added, or one that was renamed', async () => {
    const before = copy.onDisk(PAGE);
    await copy.save('pages/new.mdx', before);
    expect(await takeBack()).toEqual({ kind: 'taken-back', again: [] });
    expect(() => copy.onDisk('pages/new.mdx')).toThrow('ENOENT');
    await copy.save('pages/leaders.mdx', before, PAGE);
    expect(await takeBack()).toEqual({ kind: 'taken-back', again: [PAGE] });
    expect(copy.onDisk(PAGE)).toBe(before);
    expect(() => copy.onDisk('pages/leaders.mdx')).toThrow('ENOENT');
  });

  test('is left where its file has changed since, which would be lost', async () => {
    const before = copy.onDisk(PAGE);
    await copy.save(PAGE, `${before}\nA mistake.\n`);
    copy.change(PAGE, `${before}\nSomething newer.\n`);
    expect(await takeBack()).toEqual({
      kind: 'left',
      why: expect.stringMatching(/^The page \/managers\/ was saved again since then/),
    });
    expect(copy.onDisk(PAGE)).toContain('Something newer.');
  });
});

describe('on the live site, the writer’s own newest change', () => {
  const FILE = `content/${PAGE}`;
  const BEFORE = 'As it was.\n';
  let github: FakeGitHub;
  const repository = repositoryAt('example/site');

  beforeEach(() => {
    github = fakeGitHub((root) => {
      for (const [path, text] of [
        [FILE, BEFORE],
        ['content/pages/plan.mdx', 'The planner.\n'],
      ] as const) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
    });
    vi.stubGlobal('document', { cookie: 'keystatic-gh-access-token=key' });
    vi.stubGlobal('fetch', async (input: string, init: RequestInit) => {
      const url = new URL(input);
      const answer = github.answer(init.method ?? 'GET', url, String(init.body));
      return new Response(
        answer.bytes ? new Uint8Array(answer.bytes) : JSON.stringify(answer.json),
        { status: answer.status },
      );
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    github.remove();
  });

  async function found() {
    const head = await repository.ask<Commit>('/commits/main');
    if (!head.ok) throw new Error('There is a commit.');
    return { head: head.what, own: await ownChange(repository, 'a-writer', 'main', head.what) };
  }

  async function save(path: string, text: string): Promise<void> {
    const { head } = await found();
    const change = { branch: 'main', head: head.sha, headline: 'Update pages/managers' };
    const contents = new TextEncoder().encode(text);
    const additions = [{ path, contents }];
    expect(await repository.commit({ ...change, additions, deletions: [] })).toMatchObject({
      ok: true,
    });
  }

  const fileNow = () => github.file('main', FILE)?.toString();
  const subjects = () => github.commits('main').map(({ subject }) => subject);

  test('is taken back by a commit that has those lines, and may be put in again', async () => {
    await save(FILE, 'A mistake: ä.\n');
    const { own } = await found();
    expect(own).toMatchObject({
      kind: 'saved',
      paths: [PAGE],
      at: expect.stringMatching(/^\d{4}/),
    });
    expect(await own?.takeBack()).toEqual({ kind: 'taken-back', again: [PAGE] });
    expect(github.commits('main').at(-1)).toEqual({
      subject: 'Take back: Update pages/managers',
      files: { [FILE]: ['-A mistake: ä.', '+As it was.'] },
    });
    const { own: back } = await found();
    expect(back?.kind).toBe('taken-back');
    await back?.takeBack();
    expect(fileNow()).toBe('A mistake: ä.\n');
    expect((await found()).own?.kind).toBe('saved');
    expect(subjects().at(-1)).toBe('Put in again: Update pages/managers');
  });

  test('is taken back beside what somebody else has saved since in another file', async () => {
    await save('content/pages/new.mdx', 'A page.\n');
    github.writtenByOther('main', FILE, 'Theirs.\n');
    const { own } = await found();
    expect(own?.paths).toEqual(['pages/new.mdx']);
    expect(await own?.takeBack()).toEqual({ kind: 'taken-back', again: [] });
    expect(github.file('main', 'content/pages/new.mdx')).toBeUndefined();
    expect(fileNow()).toBe('Theirs.\n');
  });

  test('is left where its file has changed since, which would be lost', async () => {
    await save(FILE, 'A mistake.\n');
    github.writtenByOther('main', FILE, 'A mistake, and theirs.\n');
    expect(await (await found()).own?.takeBack()).toEqual({
      kind: 'left',
      why: expect.stringMatching(/^The page \/managers\/ was saved again since then/),
    });
    expect(fileNow()).toBe('A mistake, and theirs.\n');
  });

  test('is left where GitHub does not take it, and may be tried again', async () => {
    await save(FILE, 'A mistake.\n');
    const { own } = await found();
    github.mayWrite = false;
    expect(await own?.takeBack()).toMatchObject({
      kind: 'failed',
      why: expect.stringMatching(/Somebody may have saved at the same moment\.$/),
    });
    github.mayWrite = true;
    expect(await own?.takeBack()).toMatchObject({ kind: 'taken-back' });
  });

  const SIGN_IN = /^You are not signed in any more, .* Load the page again and sign in\.$/;
  const NO_ANSWER = /^GitHub did not answer, .* Try again in a minute\.$/;

  test.each([
    [401, SIGN_IN],
    [403, NO_ANSWER],
    [502, NO_ANSWER],
  ])('is left where GitHub answers %i, with what to do about it', async (status, why) => {
    await save(FILE, 'A mistake.\n');
    const { own } = await found();
    vi.stubGlobal('fetch', async () => new Response('{}', { status }));
    expect(await own?.takeBack()).toEqual({ kind: 'failed', why: expect.stringMatching(why) });
  });

  test('is left where the sign-in has ended here, and says to sign in again', async () => {
    await save(FILE, 'A mistake.\n');
    const { own } = await found();
    vi.stubGlobal('document', { cookie: '' });
    expect(await own?.takeBack()).toEqual({ kind: 'failed', why: expect.stringMatching(SIGN_IN) });
  });

  test('is not offered where it is somebody else’s, or is no change of words', async () => {
    github.writtenByOther('main', FILE, 'Theirs.\n');
    expect((await found()).own).toBeUndefined();
    await save('src/code.ts', 'export {};\n');
    expect((await found()).own).toBeUndefined();
  });

  test('is made only while the branch is as it was when it was looked at', async () => {
    const { head } = await found();
    github.writtenByOther('main', FILE, 'Theirs.\n');
    const change = { branch: 'main', head: head.sha, headline: 'Late', deletions: [FILE] };
    expect(await repository.commit({ ...change, additions: [] })).toEqual({
      ok: false,
      status: 409,
    });
    expect(fileNow()).toBe('Theirs.\n');
  });
});
