import { LAST_CHANGE, type LastChange, type TakenBack } from '../last-change.ts';
import { ownChangeShown } from './show-own-change.ts';

const FAILED: TakenBack = {
  kind: 'failed',
  why: 'The editor on this computer does not answer, so perhaps nothing was taken back.',
};

/** Has the change that was made `at` a time taken back; another window may have made a newer one since. */
export async function takeBackMadeAt(at: string): Promise<TakenBack> {
  try {
    const query = new URLSearchParams({ at });
    const answer = await fetch(`${LAST_CHANGE}?${query}`, { method: 'POST' });
    return (await answer.json()) as TakenBack;
  } catch {
    return FAILED;
  }
}

/** Shows the change made last on this machine, to be taken back; what it returns shows it as it is by then. */
export function showLocalChange(): () => Promise<void> {
  const show = ownChangeShown();
  const look = async () => {
    const change = (await (await fetch(LAST_CHANGE)).json()) as LastChange | null;
    show(change ? { ...change, takeBack: () => takeBackMadeAt(change.at) } : undefined);
  };
  void look();
  return look;
}
