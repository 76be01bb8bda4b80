import { LAST_CHANGE, type LastChange, type TakenBack } from '../last-change.ts';
import { ownChangeShown } from './show-own-change.ts';

const takeBack = async (): Promise<TakenBack> =>
  (await (await fetch(LAST_CHANGE, { method: 'POST' })).json()) as TakenBack;

/** Shows the change made last on this machine, to be taken back; what it returns shows it as it is by then. */
export function showLocalChange(): () => Promise<void> {
  const show = ownChangeShown();
  const look = async () => {
    const change = (await (await fetch(LAST_CHANGE)).json()) as LastChange | null;
    show(change ? { ...change, takeBack } : undefined);
  };
  void look();
  return look;
}
