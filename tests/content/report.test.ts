import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Fault } from '#content/checks/fault.ts';
import { adviceReport, findingsReport, refusalReport } from '#content/checks/report.ts';
import { nearest } from '#content/nearest.ts';
import { contentCopy, PAGE } from '../support/mistakes.ts';

const fault = (where: string, line: number | undefined, wrong: string): Fault => ({
  where,
  line,
  wrong,
  instead: 'Write another.',
});

describe('what there is to fix', () => {
  it('is told by file and line, each once, and counted', () => {
    const faults = [
      fault('b.yaml', 9, 'Nine.'),
      fault('a.mdx', 12, 'Twelve.'),
      fault('b.yaml', undefined, 'Somewhere.'),
      fault('a.mdx', 3, 'Three.'),
      fault('a.mdx', 12, 'Twelve.'),
    ];
    expect(refusalReport(faults)).toBe(
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
        '4 things to fix before this can be published, in 2 files.',
      ].join('\n'),
    );
    const one = [fault('a.mdx', 1, 'One.')];
    expect(refusalReport(one)).toContain(
      '\n\n1 thing to fix before this can be published, in 1 file.',
    );
    expect(refusalReport([])).toBe('Nothing to fix.');
    expect(adviceReport(one)).toBe(
      'Advice. None of it holds anything up.\n\na.mdx\n  line 1    One.\n            Write another.\n\n1 suggestion, in 1 file.',
    );
    expect(findingsReport({ refusals: [], advice: one })).toBe(
      `${adviceReport(one)}\n\nNothing to fix.`,
    );
    expect(findingsReport({ refusals: one, advice: [] })).toBe(refusalReport(one));
  });
});

describe('npm run check:words', () => {
  const { root } = contentCopy();
  const run = (name = 'check-words') =>
    spawnSync(process.execPath, [join(process.cwd(), `netlify/build/${name}.ts`)], {
      cwd: root,
      encoding: 'utf8',
    });

  it('says so when there is nothing to fix, and ends well, whatever it advises', () => {
    const { status, stdout, stderr } = run();
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^Advice\. None of it holds anything up\.\n/);
    expect(stdout).toContain('“What does it cost?” has no answer yet');
    expect(stdout).toMatch(/\n\d+ suggestions?, in \d+ files?\.\n\nNothing to fix\.\n$/);
  });

  it('tells everything at once, in words, advice apart, and ends badly', () => {
    const file = join(root, PAGE);
    const page = readFileSync(file, 'utf8');
    writeFileSync(
      file,
      page.replace('circle: sizes', 'circel: sizes').replace('busy', 'resilient'),
    );
    const { status, stdout, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toBe(
      [
        PAGE,
        '  line 7    There is no “circel”.',
        '            Did you mean “circle”? Otherwise take it out.',
        '',
        '1 thing to fix before this can be published, in 1 file.',
        '',
      ].join('\n'),
    );
    expect(stdout).toContain('line 15   “resilient” is a word we avoid.');
    expect(stdout + stderr).not.toMatch(/\bat .*\.ts:\d|zod|invalid_/i);
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
