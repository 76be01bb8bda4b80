import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELDS } from '#domain/fields.ts';
import {
  detailsIn,
  htmlRemover,
  REMOVED,
  RemovalSchema,
  removeFromValue,
  textRemover,
} from '#domain/removal/remove-words.ts';

const WORDS = [
  'Ada',
  'ada',
  'O’Neil',
  "O'Neil",
  'Mary-Jane',
  'removed',
  'a',
  'é',
  '12',
  'x.y',
  '(z)',
  '$1',
  'łódź',
];

const detail = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 })
  .map((words) => words.join(' '));

const text = fc
  .array(
    fc.tuple(
      fc.constantFrom(...WORDS, 'and', 'with'),
      fc.constantFrom(' ', '\n', '  ', ', ', '. '),
    ),
    {
      maxLength: 30,
    },
  )
  .map((parts) => parts.flat().join(''));

/** A text as a reader compares it: one case, one space, one kind of apostrophe and of hyphen. */
const read = (said: string) =>
  said
    .toLowerCase()
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/\s+/g, ' ');

/** Whether words stand in a text by themselves, looked for place by place and without a pattern. */
function standsIn(said: string, words: string): boolean {
  const [whole, part] = [read(said), read(words)];
  const isWord = (one: string | undefined) => one !== undefined && /[\p{L}\p{N}]/u.test(one);
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    if (!isWord(whole[at - 1]) && !isWord(whole[at + part.length])) return true;
  }
  return false;
}

/** What is left between the marks. */
const apartFromMarks = (said: string) => said.split(/\[removed\]|…/);

describe('taking details out of a text', () => {
  test('leaves none of them in it, and every other text as it was', () => {
    fc.assert(
      fc.property(fc.array(detail, { minLength: 1, maxLength: 4 }), text, (details, said) => {
        const typed = detailsIn(details.join('\n'));
        const after = textRemover(typed)(said);
        for (const one of typed) {
          for (const left of apartFromMarks(after)) expect(standsIn(left, one)).toBe(false);
        }
        if (!typed.some((one) => standsIn(said, one))) expect(after).toBe(said);
      }),
    );
  });

  test('done twice is done once, and never makes a text too long for its field', () => {
    fc.assert(
      fc.property(fc.array(detail, { minLength: 1, maxLength: 4 }), text, (details, said) => {
        const remove = textRemover(detailsIn(details.join('\n')));
        const after = remove(said);
        expect(remove(after)).toBe(after);
        for (const { most } of Object.values(FIELDS)) {
          if (said.length <= most) expect(after.length).toBeLessThanOrEqual(most);
        }
      }),
    );
    const full = 'a '.repeat(100).trim();
    expect(textRemover(['a'])(`${full} b`).length).toBeLessThanOrEqual(201);
  });

  test.each([
    ['Ada Jones has it.', 'ada jones', '[removed] has it.'],
    ['Ada\nJones has it.', 'Ada Jones', '[removed] has it.'],
    ['Ada’s mother', 'Ada', '[removed]’s mother'],
    ['Adas and Canada', 'Ada', 'Adas and Canada'],
    ["Mr O'Neil", 'O’Neil', 'Mr [removed]'],
    ['born 3.4.1950', '3.4.1950', 'born [removed]'],
    ['born 3x4x1950', '3.4.1950', 'born 3x4x1950'],
    ['ward 7 (north)', '7 (north)', 'ward [removed]'],
    ['Łódź clinic', 'łódź', '[removed] clinic'],
    ['It was [removed] once.', 'removed', 'It was [removed] once.'],
  ])('“%s” without “%s”', (said, typed, after) => {
    expect(textRemover(detailsIn(typed))(said)).toBe(after);
  });

  test('in HTML leaves markup and styles alone, and finds words over the end of a line and written out', () => {
    const remove = htmlRemover(detailsIn('Ada Jones\nred\nR&D'));
    expect(
      remove('<style>.red{color:red}</style><p class="red">Ada<br>Jones, red, R&amp;D</p>'),
    ).toBe(`<style>.red{color:red}</style><p class="red">${REMOVED}, ${REMOVED}, ${REMOVED}</p>`);
  });

  test('takes the longest first, each once, and nothing that has no letter', () => {
    expect(detailsIn(' Ada \nAda Jones\n\n--\nAda\n')).toEqual(['Ada Jones', 'Ada']);
  });

  test('leaves instants and what a form offers as they are, in what was written before', () => {
    const before = {
      start: '2026-11-24T11:00:00Z',
      interests: ['training'],
      rhythm: 'weekly',
      message: 'training weekly 2026',
    };
    expect(removeFromValue(before, textRemover(['training', 'weekly', '2026']))).toEqual({
      ...before,
      message: `${REMOVED} ${REMOVED} ${REMOVED}`,
    });
  });

  test.each([
    [{ details: '' }, 'Enter the words to remove'],
    [{ details: '…' }, 'Enter the words to remove'],
    [{}, 'Enter the words to remove'],
    [
      { details: Array.from({ length: 51 }, (_, index) => `word${index}`).join('\n') },
      'Enter 50 details or fewer at once',
    ],
  ])('%o is refused', (posted, message) => {
    const checked = RemovalSchema.safeParse(posted);
    expect(checked.error?.issues[0]?.message).toBe(message);
  });
});
