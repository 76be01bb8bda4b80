import { createHash } from 'node:crypto';
import { seededRandom } from './random.ts';
import { seed } from './seed.ts';

/** Ids and bytes that look drawn by chance. */
export interface Chance {
  uuid(): string;
  randomBytes(count: number): Uint8Array;
}

/** Chance that comes out the same in every run of one seed; `name` tells it from that of others. */
export function chanceFor(name: string, from = seed()): Chance {
  const begin = createHash('sha256').update(`${from} ${name}`).digest().readUInt32BE();
  const random = seededRandom(begin);
  const randomBytes = (count: number) =>
    Uint8Array.from({ length: count }, () => Math.floor(random() * 256));
  return {
    randomBytes,
    uuid() {
      const digits = Buffer.from(randomBytes(16)).toString('hex');
      return digits.replace(
        /^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/,
        (_, one, two, three, four, five) => `${one}-${two}-4${three}-8${four}-${five}`,
      );
    },
  };
}
