import { actsOf } from '#data/case-act-repository.ts';
import { mailOfCase } from '#data/case-mail-repository.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { PersonActDone } from '#domain/cases/person-act.ts';
import type { ToldBy } from '#domain/desk/actions.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { App } from '../app.ts';
import type { Case } from './case.ts';

/** That staff told a person something about their complaint, in another way than by email. */
export interface ComplaintTold {
  at: Date;
  act: 'complaint acknowledged' | 'complaint progress' | 'complaint outcome';
  told: Exclude<ToldBy, 'email'>;
}

/** What happened to a case, as far as its person is told of it. */
export interface CaseHistory {
  acts: readonly PersonActDone[];
  /** When staff booked, moved and cancelled calls; who it was, and whatever else staff did, is not told. */
  moved: readonly Date[];
  cancelled: readonly Date[];
  booked: readonly Date[];
  /** When staff told them something about a complaint by telephone or letter. */
  told: readonly ComplaintTold[];
  /** They were told how far a complaint has got, whichever way. */
  heard: boolean;
  /** Staff wrote it down for them. */
  byHand: boolean;
  /** The mail that was for them. */
  mail: readonly CaseMail[];
}

/** What happened to a case so far, each kind oldest first. */
export async function historyOf({ database }: App, { id, byHand }: Case): Promise<CaseHistory> {
  const mail = await mailOfCase(database, id);
  const ours = await actsOf(database, id);
  const when = (named: string) => ours.filter(({ act }) => act === named).map(({ at }) => at);
  return {
    acts: await personActsOf(database, id),
    moved: when('call moved'),
    cancelled: when('call cancelled'),
    booked: when('call booked'),
    told: ours.flatMap((done) =>
      'told' in done && done.told !== 'email'
        ? [{ at: done.at, act: done.act, told: done.told }]
        : [],
    ),
    heard: ours.some(({ act }) => act === 'complaint progress'),
    byHand,
    mail: mail.filter(({ audience }) => audience === 'enquirer'),
  };
}
