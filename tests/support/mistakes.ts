import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { contentFindings } from '#content/check-content.ts';
import { faultLine } from '#content/checks/fault.ts';
import { SMALL_SITE } from './test-settings.ts';

/** A page of it with a little of everything, to make mistakes in. */
export const PAGE = 'content/pages/managers.mdx';

/** A paragraph of that page which stands alone. */
const PARAGRAPH = 'Would you be in the group yourself?';

/** Changes to files, by name: words and what stands in their place, the whole file, or nothing left of it. */
export type Edits = Readonly<
  Record<string, readonly [words: string, instead: string] | string | undefined>
>;

/** A mistake, the change that makes it, and everything the checks refuse, or advise, because of it. */
export type Mistake = readonly [what: string, edits: Edits, said: readonly string[]];

/** The paragraph with something else in its place. */
export const paragraph = (words: string): Edits => ({ [PAGE]: [PARAGRAPH, words] });

/** The page’s fields, changed. */
export const field = (words: string, instead: string): Edits => ({ [PAGE]: [words, instead] });

/** A file of settings, changed. */
export const setting = (name: string, words: string, instead: string): Edits => ({
  [`content/settings/${name}.yaml`]: [words, instead],
});

/** A copy of the small site’s content, made once for the tests of one file. */
export function contentCopy() {
  const root = mkdtempSync(join(tmpdir(), 'content-'));
  cpSync(SMALL_SITE, root, { recursive: true });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  const original = (file: string): string | undefined => {
    try {
      return readFileSync(join(SMALL_SITE, file), 'utf8');
    } catch {
      return undefined;
    }
  };

  function put(file: string, edit: Edits[string]): void {
    if (edit === undefined) {
      rmSync(join(root, file), { force: true });
      return;
    }
    const text = original(file) ?? '';
    if (typeof edit !== 'string') expect(text, file).toContain(edit[0]);
    const changed = typeof edit === 'string' ? edit : text.replace(edit[0], () => edit[1]);
    writeFileSync(join(root, file), changed);
  }

  function findings() {
    const { refusals, advice } = contentFindings(root);
    return { refusals: refusals.map(faultLine), advice: advice.map(faultLine) };
  }

  /** Everything the checks say once the files are changed so; afterwards they are as they were. */
  function findingsAfter(edits: Edits) {
    for (const [file, edit] of Object.entries(edits)) put(file, edit);
    const said = findings();
    for (const file of Object.keys(edits)) put(file, original(file));
    return said;
  }

  const before = new Set(findings().advice);
  const brought = (advice: readonly string[]) => advice.filter((line) => !before.has(line));

  return {
    root,
    findingsAfter,
    /** What keeps the changed site from being published. */
    refusalsAfter: (edits: Edits) => findingsAfter(edits).refusals,
    /** The advice that the change brings; what was advised before is about the small site. */
    adviceAfter: (edits: Edits) => brought(findingsAfter(edits).advice),
    /** Both, in one reading of the site. */
    faultsAfter(edits: Edits): string[] {
      const { refusals, advice } = findingsAfter(edits);
      return [...refusals, ...brought(advice)];
    },
  };
}
