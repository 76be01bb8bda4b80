import { createHash } from 'node:crypto';
import * as z from 'zod';

/** What can befall a `POST /emails`; `none` lets it through. */
const FAULTS = [
  'none',
  '500',
  '429',
  'daily-quota',
  'monthly-quota',
  'drop',
  'drop-after-accept',
] as const;
export type Fault = (typeof FAULTS)[number];

const ShareSchema = z.number().min(0).max(1).default(0);
const RateSchema = z
  .strictObject({
    status500: ShareSchema,
    status429: ShareSchema,
    drop: ShareSchema,
    dropAfterAccept: ShareSchema,
  })
  .refine((rate) => Object.values(rate).reduce((sum, share) => sum + share, 0) <= 1, {
    error: 'The shares come to more than 1.',
  });

/**
 * The body of `POST /faults`. `clear` ends what was asked before; `next` befalls the coming requests
 * in turn; `rate` the share (0 to 1) of the others, drawn from `seed`; `delay` holds each back, in milliseconds;
 * `perSecond` is how many it takes in any second, as a real service does (the rest: 429), 0 for as many as come.
 */
export const FaultsSchema = z.strictObject({
  clear: z.literal(true).optional(),
  next: z.array(z.enum(FAULTS)).max(10_000).optional(),
  rate: RateSchema.optional(),
  seed: z.int().optional(),
  delay: z.int().min(0).max(60_000).optional(),
  perSecond: z.int().min(0).max(10_000).optional(),
});
export type FaultsInput = z.input<typeof FaultsSchema>;
type Rate = z.output<typeof RateSchema>;

/** A rough day: one request in five goes wrong, in an order fixed by the seed. */
export const ROUGH: Rate = { status500: 0.05, status429: 0.05, drop: 0.05, dropAfterAccept: 0.05 };
const CALM: Rate = { status500: 0, status429: 0, drop: 0, dropAfterAccept: 0 };

/** Decides what befalls each request: first what was queued, then by chance, the same for the same seed. */
export class Faults {
  #next: Fault[] = [];
  #rate = CALM;
  #seed = 1;
  #drawn = 0;
  #delay = 0;
  #perSecond = 0;
  /** When each request of the last second came, on the process's own clock. */
  #lately: number[] = [];
  #turnedAway = 0;

  /** Throws a ZodError when `input` is not one of ours. */
  set(input: FaultsInput): void {
    const { clear, next, rate, seed, delay, perSecond } = FaultsSchema.parse(input);
    if (clear) this.#reset();
    this.#next.push(...(next ?? []));
    this.#rate = rate ?? this.#rate;
    this.#delay = delay ?? this.#delay;
    this.#perSecond = perSecond ?? this.#perSecond;
    if (seed !== undefined) this.#reseed(seed);
  }

  get state() {
    return {
      next: this.#next,
      rate: this.#rate,
      seed: this.#seed,
      delay: this.#delay,
      perSecond: this.#perSecond,
    };
  }

  /** How many requests came faster than `perSecond`, since the mailbox began. */
  get turnedAway(): number {
    return this.#turnedAway;
  }

  draw(): Fault {
    if (this.#isTooMany(performance.now())) {
      this.#turnedAway += 1;
      return '429';
    }
    return this.#next.shift() ?? this.#chance();
  }

  #isTooMany(now: number): boolean {
    if (this.#perSecond === 0) return false;
    this.#lately = this.#lately.filter((then) => then > now - 1000);
    if (this.#lately.length >= this.#perSecond) return true;
    this.#lately.push(now);
    return false;
  }

  #chance(): Fault {
    const { status500, status429, drop, dropAfterAccept } = this.#rate;
    const shares: [Fault, number][] = [
      ['500', status500],
      ['429', status429],
      ['drop', drop],
      ['drop-after-accept', dropAfterAccept],
    ];
    let left = this.#random();
    for (const [fault, share] of shares) {
      if (left < share) return fault;
      left -= share;
    }
    return 'none';
  }

  /** The next number in [0, 1) of the seed's own sequence. */
  #random(): number {
    const digest = createHash('sha256')
      .update(`${this.#seed}/${this.#drawn++}`)
      .digest();
    return digest.readUInt32BE() / 2 ** 32;
  }

  #reseed(seed: number): void {
    this.#seed = seed;
    this.#drawn = 0;
  }

  #reset(): void {
    this.#next = [];
    this.#rate = CALM;
    this.#delay = 0;
    this.#perSecond = 0;
    this.#reseed(1);
  }
}
