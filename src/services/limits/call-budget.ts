import { lockName } from '#data/advisory-locks.ts';
import type { Transaction } from '#data/client.ts';
import { actsOnCallAfter, callsToComeNear, insertUse, usesAfter } from '#data/limit-repository.ts';
import { waitFor } from '#domain/limits/budget.ts';
import { type CallParty, fullParty } from '#domain/limits/calls-to-come.ts';
import { connectionOf } from '#domain/limits/connection.ts';
import { mailboxOf, spellingsOf } from '#domain/limits/mailbox.ts';
import { DAY } from '#domain/time/day.ts';
import type { App } from '../app.ts';
import { dailyHashes, lockNameOf } from './daily-hash.ts';

/** A call that is not booked or changed here, because of a limit; where waiting helps, for how many seconds. */
export interface OverLimit {
  kind: 'over-limit';
  limit: 'email' | 'telephone' | 'connection' | 'moves' | 'corrections';
  retryAfter?: number;
}

/** Who a call is asked for, and by which call it is not counted. */
interface Asked {
  email: string | undefined;
  phone: string;
  except?: string | undefined;
}

const inSeconds = (milliseconds: number) => Math.max(1, Math.ceil(milliseconds / 1000));

async function partyOf(
  email: string | null | undefined,
  phone: string,
  phoneNumber?: string | null,
) {
  const { canonicalPhone } = await import('#domain/phone.ts');
  return {
    mailbox: email ? mailboxOf(email) : undefined,
    telephone: phoneNumber ?? canonicalPhone(phone) ?? phone,
  };
}

/** Others who ask for the same people wait until `tx` ends; always in one order, so that no two wait for each other. */
async function lockAsked(app: App, tx: Transaction, { mailbox, telephone }: CallParty) {
  const names = [
    ...(mailbox === undefined ? [] : [lockNameOf(app, 'mailbox', mailbox)]),
    lockNameOf(app, 'telephone', telephone),
  ];
  for (const name of names.sort()) await lockName(tx, name);
}

async function fullNow(
  app: App,
  tx: Transaction,
  { email, except }: Asked,
  asked: CallParty,
): Promise<OverLimit | undefined> {
  const near = await callsToComeNear(tx, {
    phoneNumber: asked.telephone,
    ...(email === undefined ? { beginning: '', domains: [] } : spellingsOf(email)),
    now: app.now(),
    except,
  });
  const toCome = await Promise.all(
    near.map((call) => partyOf(call.email, call.phone, call.phoneNumber)),
  );
  const limit = fullParty(asked, toCome, app.site.settings.limits['calls-to-come']);
  return limit && { kind: 'over-limit', limit };
}

/**
 * Whether a call’s person has as many calls to come as they can, read in `tx`; undefined when they have not. Whoever
 * has waits for nobody: a flood must not hold every connection.
 */
export async function callsToComeLimit(
  app: App,
  tx: Transaction,
  asked: Asked,
): Promise<OverLimit | undefined> {
  const party = await partyOf(asked.email, asked.phone);
  const full = await fullNow(app, tx, asked, party);
  if (full) return full;
  await lockAsked(app, tx, party);
  return fullNow(app, tx, asked, party);
}

/** A connection’s place among the new calls of a day: full, or to be counted once the call is booked. */
type ConnectionRoom = OverLimit | { kind: 'room'; count(): Promise<void> };

/** Whether one more new call may come from a connection in a day, read in `tx`; others from it wait until `tx` ends. */
async function connectionRoom(app: App, tx: Transaction, address: string): Promise<ConnectionRoom> {
  const connection = connectionOf(address);
  await lockName(tx, lockNameOf(app, 'connection', connection));
  const at = (app.running ?? app.now)();
  const hashes = dailyHashes(app, 'calls', connection);
  const used = await usesAfter(tx, hashes, new Date(at.getTime() - DAY));
  const most = app.site.settings.limits['new-calls-a-day'];
  const wait = waitFor(used, at.getTime(), [{ most, within: DAY }]);
  if (wait > 0) return { kind: 'over-limit', limit: 'connection', retryAfter: inSeconds(wait) };
  return { kind: 'room', count: () => insertUse(tx, hashes[0], at).then(() => {}) };
}

/** A new call somebody asks for, and the address of the connection they ask from. */
export type NewCall = Omit<Asked, 'except'> & { address: string };

/**
 * Whether a new call may be booked as far as limits go, read in `tx`: a limit it would pass, or `count`, to be called
 * once it is booked.
 */
export async function newCallLimit(
  app: App,
  tx: Transaction,
  { address, ...asked }: NewCall,
): Promise<ConnectionRoom> {
  return (await callsToComeLimit(app, tx, asked)) ?? connectionRoom(app, tx, address);
}

const CHANGES = { moves: 'moved', corrections: 'corrected' } as const;

/** Whether a call has been moved, or corrected, by its person as often as it can be in a day; its case must be locked. */
export async function changeLimit(
  app: App,
  tx: Transaction,
  bookingId: string,
  limit: keyof typeof CHANGES,
): Promise<OverLimit | undefined> {
  const now = app.now().getTime();
  const done = await actsOnCallAfter(tx, bookingId, CHANGES[limit], new Date(now - DAY));
  const most = app.site.settings.limits['changes-of-a-call-a-day'];
  const wait = waitFor(done, now, [{ most, within: DAY }]);
  return wait > 0 ? { kind: 'over-limit', limit, retryAfter: inSeconds(wait) } : undefined;
}
