/**
 * What chance begins from in a run of tests. An ordinary run always begins from the same, so that a tree that passed
 * passes again; `SEED=random` begins from another each time, and `SEED=…` from the one that such a run names.
 */
const USUAL = 1;

/** The seed that `SEED` asks for: a whole number, a fresh one for "random", the usual one without. */
export function seedFrom(asked: string | undefined): number {
  if (asked === undefined || asked === '') return USUAL;
  if (asked === 'random') return Math.floor(Math.random() * 2 ** 31);
  const seed = Number(asked);
  if (Number.isInteger(seed)) return seed;
  throw new Error(`SEED: "${asked}" is neither a whole number nor "random".`);
}

/** The seed of this run. */
export const seed = (): number => seedFrom(process.env['SEED']);

/** For Vitest: draws a fresh seed once for every worker, and says at the end which it was, whatever came of it. */
export default function chooseSeed(): (() => void) | undefined {
  if (process.env['SEED'] !== 'random') return undefined;
  process.env['SEED'] = String(seed());
  return () => console.log(`Chance began from SEED=${process.env['SEED']}`);
}
