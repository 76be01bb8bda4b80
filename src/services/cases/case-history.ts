import { actsOf } from '#data/case-act-repository.ts';
import { mailOfCase } from '#data/case-mail-repository.ts';
import { personActsOf } from '#data/person-act-repository.ts';
import type { PersonActDone } from '#domain/cases/person-act.ts';
import type { CaseMail } from '#domain/desk/case-mail.ts';
import type { App } from '../app.ts';
import type { Case } from './case.ts';

/** What happened to a case, as far as its person is told of it. */
export interface CaseHistory {
  acts: readonly PersonActDone[];
  /** When staff booked, moved and cancelled calls; who it was, and whatever else staff did, is not told. */
  moved: readonly Date[];
  cancelled: readonly Date[];
  booked: readonly Date[];
  /** When staff told them by telephone how far a complaint has got, or its outcome. */
  told: readonly { at: Date; act: 'complaint progress' | 'complaint outcome' }[];
  /** The mail that was for them. */
  mail: readonly CaseMail[];
}

/** What happened to a case so far, each kind oldest first. */
export async function historyOf({ database }: App, { id }: Case): Promise<CaseHistory> {
  const mail = await mailOfCase(database, id);
  const ours = await actsOf(database, id);
  const when = (named: string) => ours.filter(({ act }) => act === named).map(({ at }) => at);
  return {
    acts: await personActsOf(database, id),
    moved: when('call moved'),
    cancelled: when('call cancelled'),
    booked: when('call booked'),
    told: ours.flatMap((done) =>
      'told' in done && done.told === 'telephone' ? [{ at: done.at, act: done.act }] : [],
    ),
    mail: mail.filter(({ audience }) => audience === 'enquirer'),
  };
}
