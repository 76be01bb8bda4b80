import { describe, expect, it } from 'vitest';
import { type Fault, faultLine } from '#content/checks/fault.ts';
import { wordlessPictureFaults } from '#content/checks/images.ts';
import { gradeFaults, readingGrade } from '#content/checks/reading-grade.ts';
import { averageLength, sentenceFaults } from '#content/checks/sentence-length.ts';
import { makePageText } from '../support/make-page.ts';

const FILE = 'content/pages/a-page.mdx';
const lines = (faults: readonly Fault[]) => faults.map(faultLine);

describe('pictures', () => {
  it('say what they show', () => {
    expect(lines(wordlessPictureFaults(makePageText('Words.\n\n![](/a.png)')))).toEqual([
      `${FILE}:9: The picture /a.png has no words for people who do not see it. Write what it shows between the square brackets.`,
    ]);
    expect(wordlessPictureFaults(makePageText('![Chairs in a ring](/a.png)'))).toEqual([]);
  });
});

describe('sentences', () => {
  const words = (count: number) => `So${' so'.repeat(count - 1)}.`;

  it('have 25 words at most, and a line', () => {
    expect(sentenceFaults(makePageText(`A. B. C.\n\n${words(25)}`))).toEqual([]);
    expect(lines(sentenceFaults(makePageText(`A. B. C.\n\nShort.\n${words(26)}`)))).toEqual([
      `${FILE}:10: “${words(26)}” has 26 words. Make it two sentences: 25 words is the most.`,
    ]);
  });

  it('have 15 words on average, headings and lists apart', () => {
    expect(averageLength(makePageText(`${words(14)} ${words(16)}\n\n## A\n\n- B\n- C`))).toBe(15);
    expect(sentenceFaults(makePageText(`${words(15)} ${words(15)}`))).toEqual([]);
    expect(lines(sentenceFaults(makePageText(`${words(15)} ${words(16)}`)))).toEqual([
      `${FILE}: Its sentences have 15.5 words on average. Shorten some: 15 is the most.`,
    ]);
  });
});

describe('the reading grade', () => {
  it('is Flesch-Kincaid’s, worked by hand', () => {
    // 6 words in 1 sentence, 6 syllables: 0.39 × 6 + 11.8 × 1 − 15.59.
    expect(readingGrade(makePageText('The cat sat on the mat.'))).toBeCloseTo(-1.45, 2);
  });

  it('leaves out lists, tables, headings and the service’s own terms', () => {
    const plain = 'The cat sat on the mat.';
    const more =
      '\n\n## Organisational considerations\n\n- Extraordinarily complicated.\n\n| Multidisciplinary |\n| --- |\n| Interorganisational |';
    expect(readingGrade(makePageText(plain + more))).toBe(readingGrade(makePageText(plain)));
    const terms = 'The facilitator cat sat on the reflective practice group mat.';
    expect(readingGrade(makePageText(terms))).toBe(readingGrade(makePageText(plain)));
  });

  const HARD =
    'Considerable deliberation regarding interdependent professional responsibilities necessitates extraordinary perseverance.';
  const MIDDLING = 'Managers often carry a worry that nobody else can see or hear.';

  it('is 7 at most for participants, 9 for everyone, and not asked of what the law asks for', () => {
    expect(lines(gradeFaults(makePageText(HARD)))[0]).toMatch(
      /^content\/pages\/a-page\.mdx: It reads at grade \d+\.\d\. Use shorter sentences and plainer words: 9 is the most for everyone\.$/,
    );
    expect(gradeFaults(makePageText(HARD, { duty: true }))).toEqual([]);
    expect(readingGrade(makePageText(MIDDLING))).toBeGreaterThan(7);
    expect(gradeFaults(makePageText(MIDDLING))).toEqual([]);
    expect(gradeFaults(makePageText(MIDDLING, { readers: 'participants' }))).toHaveLength(1);
  });
});
