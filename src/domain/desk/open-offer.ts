import type { PersonActDone } from '../cases/person-act.ts';
import { ACTS, type ActDone } from './acts.ts';

/** When times were last offered, from `since` on (milliseconds); undefined when they were not. */
export const offeredSince = (acts: readonly ActDone[], since: number): number | undefined =>
  acts.findLast(({ act, at }) => act === 'times offered' && at.getTime() >= since)?.at.getTime();

/** When times were offered after which neither the person nor staff did anything, if they were. */
export function openOfferAt(
  acts: readonly ActDone[],
  personActs: readonly PersonActDone[],
): number | undefined {
  const offered = offeredSince(acts, Number.NEGATIVE_INFINITY);
  if (offered === undefined) return undefined;
  const isLater = ({ at }: { at: Date }) => at.getTime() > offered;
  const isOver =
    personActs.some(isLater) ||
    acts.some((done) => isLater(done) && !done.undone && ACTS[done.act].supersedesOffer);
  return isOver ? undefined : offered;
}
