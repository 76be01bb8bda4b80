import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fetchNotingFiles } from '../../netlify/edit/browser/seen-files.ts';
import { filesApi } from '../../netlify/edit/files-api.ts';
import { LAST_CHANGE } from '../../netlify/edit/last-change.ts';
import { loadReading } from '../../netlify/edit/load-reading.ts';
import { readKnown } from '../../netlify/edit/read-known.ts';
import type { Reading } from '../../netlify/edit/reading.ts';
import { writeContent } from '../../netlify/edit/write-content.ts';
import { SMALL_SITE } from './test-settings.ts';

const ORIGIN = 'http://127.0.0.1:8888';

/** A window of the editor, which knows of files what it was last given. */
export interface EditorWindow {
  /** Has the window asked for the list of files, as it does when it is loaded. */
  load(): Promise<void>;
  /** Has the window write a file; `gone` is the one it was before. */
  save(path: string, text: string, gone?: string): Promise<Response>;
}

/** The editor's way to the files of a copy of the content, as its windows use it. */
export interface EditedCopy extends EditorWindow {
  readonly root: string;
  readonly reading: Reading;
  /** What stands in a file of the copy, below `content`. */
  onDisk(path: string): string;
  /** Has somebody else write a file of the copy. */
  change(path: string, text: string): void;
  /** What the editor is given of a file. */
  open(path: string): Promise<string>;
  /** The change made last, as windows are told of it. */
  lastChange(): Promise<Response>;
  /** Has the change that was made `at` a time taken back. */
  takeBack(at: string): Promise<Response>;
  /** Opens a window of its own, which is given every file as it is now. */
  window(): EditorWindow;
  remove(): void;
}

const gitName = (contents: Buffer) =>
  createHash('sha1').update(`blob ${contents.length}\0`).update(contents).digest('hex');

/** Copies the content below `from` into a folder of its own, written as the editor writes it, and opens the editor's way to it. */
export function copyContent(from = SMALL_SITE): EditedCopy {
  const root = mkdtempSync(join(tmpdir(), 'edited-'));
  cpSync(join(from, 'content'), join(root, 'content'), { recursive: true });
  writeContent(root);
  const reading = loadReading()(readKnown(root));
  const files = filesApi(root, reading.editor);
  const read = (path: string) => readFileSync(join(root, 'content', path));
  const window = (): EditorWindow => {
    const fetch = fetchNotingFiles((input, init) =>
      files(new Request(new URL(String(input), ORIGIN), init)),
    );
    const headers = { 'no-cors': '1', 'content-type': 'application/json' };
    return {
      load: async () => void (await fetch('/api/keystatic/tree', { headers })),
      save: (path, text, gone) =>
        fetch('/api/keystatic/update', {
          method: 'POST',
          headers,
          body: JSON.stringify({
            additions: [{ path, contents: Buffer.from(text).toString('base64') }],
            deletions: gone ? [{ path: gone }] : [],
          }),
        }),
    };
  };
  return {
    root,
    reading,
    onDisk: (path) => read(path).toString('utf8'),
    change: (path, text) => writeFileSync(join(root, 'content', path), text),
    async open(path) {
      const name = gitName(read(path));
      const response = await files(
        new Request(`${ORIGIN}/api/keystatic/blob/${name}/${path}`, {
          headers: { 'no-cors': '1' },
        }),
      );
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.text();
    },
    lastChange: () => files(new Request(ORIGIN + LAST_CHANGE)),
    takeBack: (at) =>
      files(
        new Request(`${ORIGIN}${LAST_CHANGE}?${new URLSearchParams({ at })}`, { method: 'POST' }),
      ),
    ...window(),
    window,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
