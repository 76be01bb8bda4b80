/** Every guard that can be taken out here: each stands at one seam of the code, and is left alone in the service. */
export const GUARDS = [
  'calls to come and new calls',
  'one connection is a /64',
  'emails that begin something',
  'one mailbox however it is written',
  'a name looks like one',
  'changes of a call',
  'posts in a minute',
  'pages in a minute',
  'posts from another site',
  'a link belongs to its browser',
  'a link works once',
  'a link ends',
  'tries of a code',
  'links that work at once',
  'idle sessions end',
  'every session ends',
  'the staff list',
  'a feed for each person',
  'feeds only where they are set',
  'a calendar entry shows one call',
  'an address corrected ends its links',
  'signed reports',
  'a ticket for delivery',
  'escaping',
  'no formulas',
  'automatic posts',
  'the length of a post',
  'the length of a key',
  'the desk is for staff',
  'fresh proof',
  'a challenge is signed once',
  'passkeys of their owner',
  'a passkey where it is asked for',
  'no page in a frame',
  'a private address goes nowhere',
  'the address of this site',
  'public addresses alone',
] as const;

export type Guard = (typeof GUARDS)[number];

let out: Guard | undefined;

/** Does something while one guard is taken out. */
export async function without<Done>(guard: Guard | undefined, work: () => Promise<Done>) {
  out = guard;
  try {
    return await work();
  } finally {
    out = undefined;
  }
}

export const isOut = (guard: Guard): boolean => out === guard;

/** A function that is guarded, or what it would be without: which of them, is decided each time it is called. */
export const unless = <Args extends unknown[], Result>(
  guard: Guard,
  guarded: (...args: Args) => Result,
  bare: (...args: Args) => Result,
) => ((...args: Args) => (isOut(guard) ? bare(...args) : guarded(...args))) as typeof guarded;
