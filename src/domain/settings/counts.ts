const WORDS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  'forty-five': 45,
  fifty: 50,
  sixty: 60,
  ninety: 90,
};

/** Numbers written as words that a page may state a fact with, for a pattern. */
export const COUNT_WORDS: readonly string[] = Object.keys(WORDS).filter((word) => word.length > 2);

/** A number in figures or in words, such as “12” or “twelve”; undefined for anything else. */
export const countIn = (word: string): number | undefined =>
  /^\d+$/.test(word) ? Number(word) : WORDS[word.toLowerCase()];

/** Every number in a few words, in order: “3 or 4 groups” has 3 and 4, “three levels” has 3. */
export const countsIn = (words: string): number[] =>
  words
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 2 || /^\d+$/.test(word))
    .flatMap((word) => countIn(word) ?? []);

/** A length of time in minutes, such as “1 hour 15 minutes”, “an hour and a half” or “90 minutes”. */
export function minutesIn(words: string): number {
  const before = (unit: RegExp) => countIn(unit.exec(words)?.[1] ?? '') ?? 0;
  const hours = before(/(\S+)\s+(?:and\s+a\s+half\s+)?hours?/i);
  const half = /(?:half\s+an\s+hour|and\s+a\s+half)/i.test(words) ? 30 : 0;
  const quarter = /and\s+a\s+quarter/i.test(words) ? 15 : 0;
  const whole = /half\s+an\s+hour/i.test(words) ? 0 : hours;
  return 60 * whole + half + quarter + before(/(\S+?)[\s-]+minutes?/i);
}
