import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText, isBlank } from '#domain/clean.ts';
import { processorTime } from '../support/processor-time.ts';

describe('what cannot be seen goes', () => {
  test.each([
    ['a telephone from a contact', '\u202D07700 900123\u202C', '07700 900123'],
    ['a zero-width space first', '\u200Bperson@example.org', 'person@example.org'],
    ['a zero-width space inside', 'per\u200Bson', 'person'],
    ['a soft hyphen', 'super\u00ADvision', 'supervision'],
    ['a tab', 'A.\tPerson', 'A. Person'],
    ['a byte order mark', '\uFEFFA. Person', 'A. Person'],
    ['a word joiner', 'A\u2060B', 'AB'],
    ['a right-to-left override', 'A\u202EB', 'AB'],
    ['isolates', '\u2066A\u2069', 'A'],
    ['an Arabic letter mark', 'A\u061CB', 'AB'],
    ['a null', 'A\u0000B', 'AB'],
    ['an escape and a bell', 'A\u001B\u0007B', 'AB'],
    ['half a character', 'A\uD83DB\uDC00', 'AB'],
    ['a line separator', 'A\u2028B', 'A B'],
    ['a next line', 'A\u0085B', 'A B'],
    ['a joiner at an end', 'person\u200D', 'person'],
    ['a joiner between spaces', 'a \u200C b', 'a b'],
    ['a variation selector after a digit', '0\uFE0F1\uFE0E', '01'],
    ['a no-break space', 'A.\u00A0Person', 'A. Person'],
    ['a letter and its accent apart', 'Sia\u0302n', 'Siân'],
    ['an accent that a zero-width space held apart', 'Sia\u200B\u0302n', 'Siân'],
    ['tags without a flag', 'A\u{E0067}\u{E0062}', 'A'],
    ['annotations', '\uFFF9A\uFFFAB\uFFFB', 'AB'],
  ])('%s', (_, typed, kept) => {
    expect(cleanLine(typed)).toBe(kept);
  });
});

describe('what belongs to a word or an emoji stays', () => {
  test.each([
    ['a Persian name', 'علی‌رضا'],
    ['a Hindi conjunct held apart', 'क्‌ष'],
    ['a Sinhala conjunct', 'ශ්‍රී'],
    ['a Malayalam letter at the end of a word', 'അവന്‍ വന്നു'],
    ['a family', '👩‍👩‍👧‍👦'],
    ['a profession with a skin tone', '👩🏽‍⚕️'],
    ['a heart', '❤️'],
    ['a rainbow flag', '🏳️‍🌈'],
    ['the flag of Scotland', '🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}'],
    ['a key', '1️⃣'],
    ['a variant of a Chinese character', '葛\u{E0100}城'],
    ['a word with a compound held apart', 'Auf\u200Clage'],
  ])('%s', (_, text) => {
    expect(cleanLine(text)).toBe(text);
    expect(cleanText(text)).toBe(text);
  });
});

test('lines are ended in one way, and only in a text of lines', () => {
  const typed = ' one\r\ntwo\rthree\u2028four\u2029five\tsix\n\nseven ';
  expect(cleanText(typed)).toBe('one\ntwo\nthree\nfour\nfive six\n\nseven');
  expect(cleanLine(typed)).toBe('one two three four five six seven');
});

test.each(['', ' ', '\u200B', '\u3164', '\u2800 \u00AD', '\uFE0F', '\n\t', '\u0000', '\u0301'])(
  '%j shows nothing, and is empty',
  (typed) => {
    expect(isBlank(typed)).toBe(true);
    expect(cleanLine(typed)).toBe('');
  },
);

const odd = fc.constantFrom(
  ...'\u200B\u200C\u200D\u202D\u202C\u00AD\uFE0F\u20E3\u0301\u0302\t\r\n\u2028\u0085\u0000 aeß1'.split(
    '',
  ),
  'ع',
  '👩',
  '🏽',
  '🏴',
  '\u{E0067}',
  '\uD83D',
  '\uDC00',
  'क',
  '\u094D',
);
const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: odd, maxLength: 20 }),
);

test('cleaning twice is cleaning once, whatever is typed', () => {
  fc.assert(
    fc.property(anything, (typed) => {
      for (const clean of [cleanLine, cleanText]) {
        const once = clean(typed);
        expect(clean(once)).toBe(once);
        expect(once.isWellFormed()).toBe(true);
        expect(once).not.toMatch(
          /(?!\n)\p{Cc}|[\u200B\u00AD\uFEFF\u2060\u202A-\u202E\u2066-\u2069]/u,
        );
      }
      expect(cleanLine(typed)).not.toContain('\n');
    }),
    { numRuns: 5_000 },
  );
}, 60_000);

test.each([
  ['joined emoji', '👩‍👩‍👧‍👦', 2_600],
  ['joiners', '\u200D', 20_000],
  ['tags', '\u{E0067}', 16_000],
  ['selectors', '1\uFE0F', 16_000],
  ['accents', '\u0301', 30_000],
  ['spaces', ' ', 60_000],
])('60 KB of %s are cleaned before anybody notices', async (_, piece, times) => {
  const typed = `A${piece.repeat(times)}B`;
  expect(await processorTime(200, () => cleanLine(typed))).toBeLessThan(200);
});
