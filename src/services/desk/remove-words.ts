import { isDeepStrictEqual } from 'node:util';
import type { Transaction } from '#data/client.ts';
import {
  clearFolded,
  findMessagesWaiting,
  findWorded,
  forgetPosts,
  type MessageWaiting,
  rewriteMessage,
  type Worded,
  writeWorded,
} from '#data/removal-repository.ts';
import { transactionRetried } from '#data/transaction-retry.ts';
import type { Invitation } from '#domain/invite/invitation.ts';
import { replyAddress } from '#domain/mail-headers.ts';
import {
  detailsIn,
  htmlRemover,
  removeFromValue,
  textRemover,
} from '#domain/removal/remove-words.ts';
import type { App } from '../app.ts';
import { appAtNextAct } from '../cases/act-clock.ts';
import { type Case, lockCase } from '../cases/case.ts';
import { renewOwedDigest } from '../jobs/digest-job.ts';
import { writeAct } from './case-actions.ts';
import { foldCase } from './fill-search.ts';

/** One place in which words stand that are to be removed: what it says, and what it will say. */
export interface Removal extends Worded {
  after: unknown;
}

const isOther = (one: unknown, other: unknown) => !isDeepStrictEqual(one, other);

async function removalsIn(
  tx: Transaction,
  caseId: string,
  details: readonly string[],
): Promise<Removal[]> {
  const remove = textRemover(details);
  const worded = await findWorded(tx, caseId);
  return worded
    .map((one) => ({ ...one, after: removeFromValue(one.value, remove) }))
    .filter(({ value, after }) => isOther(value, after));
}

/** Every place in a case in which some words stand, with what it will say without them. Details are one a line. */
export const findRemovals = (
  app: App,
  { id }: Pick<Case, 'id'>,
  details: string,
): Promise<Removal[]> => removalsIn(app.database, id, detailsIn(details));

/** An address to reply to without the details in the name before it; the address is theirs. */
function replyWithout(replyTo: string, remove: (text: string) => string): string {
  const [, name, email] = /^(.*) <([^<>]+)>$/.exec(replyTo) ?? [];
  return name === undefined || email === undefined ? replyTo : replyAddress(email, remove(name));
}

type Said = NonNullable<MessageWaiting['payload']>;

/** What an email says without the details: its subject, its words in text and in HTML, and the name a reply goes to. */
function wordsWithout(payload: Said, details: readonly string[]): Said {
  const remove = textRemover(details);
  const { subject, text, html, replyTo } = payload;
  return {
    ...payload,
    ...(subject && { subject: remove(subject) }),
    ...(text && { text: remove(text) }),
    ...(html && { html: htmlRemover(details)(html) }),
    ...(typeof replyTo === 'string' && { replyTo: replyWithout(replyTo, remove) }),
  } as Said;
}

/** An invitation without the details. A name that is an address stays: it is theirs. */
async function invitationWithout(
  invite: Invitation,
  details: readonly string[],
): Promise<Invitation> {
  const { InvitationSchema } = await import('#domain/invite/invitation.ts');
  const remove = textRemover(details);
  const { summary, description, location, attendee } = invite;
  const { name, email } = attendee;
  return InvitationSchema.parse({
    ...invite,
    attendee: { email, name: name === email ? name : remove(name) },
    summary: remove(summary),
    description: remove(description),
    location: remove(location),
  });
}

/** What a message says without the details; an invitation is written again from what it says now. */
async function withoutDetails(
  { payload, invite }: Pick<MessageWaiting, 'payload' | 'invite'>,
  details: readonly string[],
) {
  const said = payload && wordsWithout(payload, details);
  const invited = invite && (await invitationWithout(invite, details));
  if (!said || !invited || !isOther(invited, invite)) return { payload: said, invite: invited };
  const { inviteAttachment } = await import('#domain/invite/attachment.ts');
  return { payload: { ...said, attachments: [inviteAttachment(invited)] }, invite: invited };
}

/** Takes the details out of what waits to be sent. What was tried already may arrive twice, with and without them. */
async function rewriteMessages(
  app: App,
  tx: Transaction,
  caseId: string,
  details: readonly string[],
) {
  for (const message of await findMessagesWaiting(tx, caseId)) {
    const now = await withoutDetails(message, details);
    const { id, payload, invite, attempts } = message;
    if (!isOther(now, { payload, invite })) continue;
    await rewriteMessage(tx, id, { ...now, as: attempts === 0 ? id : app.uuid() });
  }
}

/** What came of removing words: how many places they stood in; `absent` when they stand nowhere, so nothing was done. */
export type WordsRemoved = { kind: 'removed'; places: number } | { kind: 'absent' | 'gone' };

/**
 * Takes words out of everything that is kept about a case: what was sent, what it said before, notes, outcomes, the
 * reason of a hold, what search finds it by, and messages that have not gone out. A mark stands where they stood; the
 * timeline and the audit say that it was done, and not what.
 */
export const removeWords = (
  app: App,
  found: Pick<Case, 'id'>,
  { details: typed, staff }: { details: string; staff: string },
): Promise<WordsRemoved> =>
  transactionRetried<WordsRemoved>(app, async (tx, { before }) => {
    const about = await lockCase(tx, found.id);
    if (!about) return { kind: 'gone' };
    const details = detailsIn(typed);
    const removals = await removalsIn(tx, about.id, details);
    // The try before this one may have been committed after all.
    if (removals.length === 0) return before ?? { kind: 'absent' };
    for (const { after, ...place } of removals) await writeWorded(tx, { ...place, value: after });
    await clearFolded(tx, about.id);
    await foldCase(tx, about.id);
    await forgetPosts(tx, about.id);
    await rewriteMessages(app, tx, about.id, details);
    await writeAct(appAtNextAct(app, about), tx, about, { staff, act: 'words removed' });
    await renewOwedDigest(app, tx);
    return { kind: 'removed', places: removals.length };
  });
