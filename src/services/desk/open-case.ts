import type { Case } from '#data/case-repository.ts';
import type { Transaction } from '#data/client.ts';
import { insertEnquiry } from '#data/enquiry-repository.ts';
import { followUpDay } from '#domain/desk/follow-up.ts';
import { enquiryIn, type NewCase, toldInWords } from '#domain/desk/new-case.ts';
import type { App } from '../app.ts';
import { readOpenTimes } from '../availability/line-hours.ts';
import { appsInOrder } from '../cases/act-clock.ts';
import { openCase } from '../cases/case.ts';
import { personActed, settleCase } from '../cases/case-status-service.ts';
import { writeAct } from './case-actions.ts';
import { idempotentOpening, openedByPress } from './idempotent-action.ts';

async function open(app: App, tx: Transaction, given: NewCase, staff: string): Promise<Case> {
  const { next, followUp, told } = given;
  const enquiry = enquiryIn(given);
  const about = await openCase(app, tx, false, { byHand: true });
  await insertEnquiry(tx, { id: app.uuid(), caseId: about.id, createdAt: app.now() }, enquiry);
  await personActed(app, tx, about.id, { act: 'got in touch' });
  const atNext = appsInOrder(app);
  await writeAct(atNext(), tx, about, { staff, act: 'opened', words: toldInWords(told) });
  if (next === 'spoke') {
    const noted = { outcome: 'spoke', followUp } as const;
    const { rules } = await readOpenTimes(app, tx);
    const day = followUpDay(rules, app.now().getTime(), noted);
    await writeAct(atNext(), tx, about, { staff, act: 'outcome', outcome: 'spoke', followUp: day });
  }
  await settleCase(tx, about.id);
  return about;
}

const pressedOf = ({ looked: _looked, once, ...value }: NewCase, staff: string) => ({
  act: 'new',
  staff,
  value,
  once,
});

/** The case that the same form opened already; undefined for a form that was not pressed before. */
export const openedBefore = (app: App, given: NewCase, staff: string): Promise<Case | undefined> =>
  openedByPress(app, pressedOf(given, staff));

/**
 * Opens a case for a person who got in touch another way, as staff wrote it down: nobody is sent anything. It waits for
 * us, or rests until its follow-up date when they have spoken. The same form pressed again is the first again.
 */
export const openCaseAtDesk = (app: App, given: NewCase, staff: string): Promise<Case> =>
  idempotentOpening(app, pressedOf(given, staff), (tx) => open(app, tx, given, staff));
