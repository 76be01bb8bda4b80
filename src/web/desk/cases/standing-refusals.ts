import { type Done, flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import {
  type StandingRefusal,
  type StandingResult,
  standingRefusal,
} from '#services/desk/standing.ts';
import type { Refusal } from '../../http/responses.ts';
import type { DeskContext } from '../with-staff.ts';
import { type NotDone, QUARANTINED, showNotDone } from './confirm-page.ts';

const OPEN_COMPLAINT: NotDone = {
  status: 409,
  title: 'This complaint is open',
  detail: 'An open complaint is closed by its outcome alone. Write that down there.',
  way: { act: 'complaint', words: 'Progress or outcome of the complaint' },
};

const REFUSALS: Readonly<Record<StandingRefusal, NotDone>> = {
  'in quarantine': QUARANTINED,
  'open complaint': OPEN_COMPLAINT,
};

/** Somebody was first, and what was typed would be lost. */
const already = (by = 'Someone'): Refusal => ({
  status: 409,
  detail: `${by} was first: this had been done already, so nothing was written. Keep what you typed as a note.`,
});

/**
 * Where to go on from an act about how a case stands, or why it was not done; nothing where the case was erased. `words`
 * are what was typed with it, and `by` is who of the staff did it already, if somebody did.
 */
export function onwardFrom(
  came: StandingResult,
  { reference }: Case,
  { done, words, by }: { done: Done; words?: string | undefined; by?: string | undefined },
) {
  if (came === 'gone') return undefined;
  if (came === 'already' && words !== undefined) return already(by);
  return came === 'done' || came === 'already' ? flashPath(reference, done) : REFUSALS[came];
}

/** `page`, or why what it offers may not be done with a case. */
export async function unlessRefused(
  c: DeskContext,
  found: Case,
  page: () => Promise<Response>,
): Promise<Response> {
  const refused = await standingRefusal(c.var.app.database, found);
  return refused ? showNotDone(c, found, REFUSALS[refused]) : page();
}
