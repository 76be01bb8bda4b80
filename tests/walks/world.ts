import { expect } from 'vitest';
import type { TestApp } from '../support/app.ts';
import { signIn } from '../support/desk.ts';
import { type PageRead, readPage } from '../support/read-page.ts';
import { get, postForm } from '../support/requests.ts';
import { answer } from '../support/site-doors.ts';
import { expectPageTrue, truthOf } from './claims.ts';
import type { LosingDatabase } from './lost-commits.ts';
import type { HeldForm, Shown } from './person.ts';
import type { Seen } from './waits.ts';

/** What a walk may meet, counted over all of them. */
export const MET = [
  'quarantine',
  'back',
  'lost commit',
  'unknown',
  'block',
  'conflicting',
  'clock back',
] as const;
export type Met = Record<(typeof MET)[number], number>;

/** The address of the one person who walks. */
export const EMAIL = 'person@example.org';

/** One person, one desk, one database, and chance: what both sides of a walk share, and what it has seen so far. */
export class World {
  readonly t: TestApp;
  readonly database: LosingDatabase;
  readonly met = new Set<keyof Met>();
  /** What was done, a line each, to be told when something is found. */
  readonly steps: string[] = [];
  readonly seen = new Map<string, Seen[]>();
  /** The page that stands before the person, the form they posted last, and their own page. */
  tab: Shown | undefined;
  lastPosted: HeldForm | undefined;
  casePath: string | undefined;
  private readonly chance: () => number;

  constructor(t: TestApp, database: LosingDatabase, chance: () => number) {
    this.t = t;
    this.database = database;
    this.chance = chance;
  }

  pick<One>(all: readonly One[]): One | undefined {
    return all[Math.floor(this.chance() * all.length)];
  }

  often(share: number): boolean {
    return this.chance() < share;
  }

  /** Words that were never said before. */
  words(beginning: string): string {
    return `${beginning} ${Math.floor(this.chance() * 1e9)}`;
  }

  wait(milliseconds: number): void {
    this.t.setNow(new Date(this.t.app.now().getTime() + milliseconds).toISOString());
  }

  /** Up to a day and a quarter. */
  someTime(): number {
    return Math.floor(this.chance() * 30 * 3_600_000);
  }

  note(reference: string, seen: Seen): void {
    this.steps.push(`  ${reference}: ${JSON.stringify(seen)}`);
    this.seen.set(reference, [...(this.seen.get(reference) ?? []), seen]);
  }

  /** The person looks at a page: all that it claims must be so. */
  async look(shown: Shown): Promise<void> {
    this.tab = shown;
    const isShown = (state: string) => shown.page.$(`[data-state="${state}"]`).length > 0;
    if (isShown('held')) this.met.add('quarantine');
    if (isShown('call-cannot-take-place')) this.met.add('conflicting');
    const own = /^\/your-enquiry\/[\w-]{43}\//.exec(shown.path);
    if (own) this.casePath = own[0];
    expectPageTrue(shown.page, await truthOf(this.t));
  }

  /** Opens a page of the desk as somebody who has just signed in, or posts to it. */
  async desk(
    path: string,
    values?: Record<string, string>,
  ): Promise<{ status: number; page: PageRead }> {
    const cookie = await signIn(this.t);
    const response = await answer(values ? postForm(path, values, { cookie }) : get(path, cookie));
    expect(response.status, path).not.toBe(401);
    return { status: response.status, page: await readPage(response) };
  }
}
