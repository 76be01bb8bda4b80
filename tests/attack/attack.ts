import type { TestApp } from '../support/app.ts';
import type { Guard } from './guards.ts';

/** An attack that is under way: everything up to it has been done. */
export interface UnderWay {
  /** Does the one thing that must come to nothing; whether the attacker has what they wanted. */
  attempt(): Promise<boolean>;
  /** What the attempt must leave as it was, where that is less than every row of every table. */
  left?(): Promise<unknown>;
}

/** One way somebody could get in, or use somebody: what it is, of which kind, and which guard stands in its way. */
export interface Attack {
  name: string;
  kind: string;
  guard: Guard;
  begin(t: TestApp): Promise<UnderWay>;
}

/** Attacks of one kind. */
export const ofKind = (kind: string, attacks: readonly Omit<Attack, 'kind'>[]): readonly Attack[] =>
  attacks.map((attack) => ({ ...attack, kind }));
