import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '#collections/checks/fault.ts';
import { faultReport } from '#collections/checks/report.ts';
import { nearest } from '#collections/nearest.ts';
import { contentCopy, PAGE } from '../support/mistakes.ts';

const fault = (where: string, line: number | undefined, wrong: string): Fault => ({
  where,
  line,
  wrong,
  instead: 'Write another.',
});

describe('what there is to mend', () => {
  it('is told by file and line, each once, and counted', () => {
    const faults = [
      fault('b.yaml', 9, 'Nine.'),
      fault('a.mdx', 12, 'Twelve.'),
      fault('b.yaml', undefined, 'Somewhere.'),
      fault('a.mdx', 3, 'Three.'),
      fault('a.mdx', 12, 'Twelve.'),
    ];
    expect(faultReport(faults)).toBe(
      [
        'a.mdx',
        '  line 3    Three.',
        '            Write another.',
        '  line 12   Twelve.',
        '            Write another.',
        '',
        'b.yaml',
        '            Somewhere.',
        '            Write another.',
        '  line 9    Nine.',
        '            Write another.',
        '',
        '4 things to mend, in 2 files.',
      ].join('\n'),
    );
    expect(faultReport([fault('a.mdx', 1, 'One.')])).toContain('\n\n1 thing to mend, in 1 file.');
    expect(faultReport([])).toBe('Nothing to mend.');
  });
});

describe('npm run check:words', () => {
  const { root } = contentCopy();
  const run = (name = 'check-words') =>
    spawnSync(process.execPath, [join(process.cwd(), `netlify/build/${name}.ts`)], {
      cwd: root,
      encoding: 'utf8',
    });

  it('says so when there is nothing to mend, and ends well', () => {
    expect(run()).toMatchObject({ status: 0, stdout: 'Nothing to mend.\n', stderr: '' });
  });

  it('tells everything at once, in words, and ends badly', () => {
    const file = join(root, PAGE);
    const page = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      page.replace('circle: sizes', 'circel: sizes').replace('busy', 'resilient'),
    );
    const { status, stdout, stderr } = run();
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(
      [
        PAGE,
        '  line 7    There is no “circel”.',
        '            Did you mean “circle”? Otherwise take it out.',
        '  line 15   “resilient” is a word we avoid.',
      ].join('\n'),
    );
    expect(stderr).not.toMatch(/\bat .*\.ts:\d|zod|invalid_/i);
  });

  it('is what a build that would publish says, and then it builds nothing', () => {
    const { status, stderr } = run('build');
    expect({ status, stderr }).toEqual({ status: 1, stderr: run().stderr });
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});

describe('a word that was probably meant', () => {
  it.each([
    ['titel', 'title'],
    ['descripton', 'description'],
    ['Hors', 'Hours'],
    ['hours', 'Hours'],
    ['colour', undefined],
    ['x', undefined],
  ])('for %s is %s', (word, meant) => {
    expect(nearest(word, ['title', 'description', 'Hours', 'circle'])).toBe(meant);
  });
});
