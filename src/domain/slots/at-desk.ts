import { WIDEST_HOURS } from '../settings/line.ts';
import { wallClockAt } from '../time/london.ts';
import { availableSlots } from './available-slots.ts';
import type { AvailabilityInput } from './slot.ts';
import { validateStart } from './validate-start.ts';

/** Who books or moves a call: the person, who is held to our notice, or staff, who are not. */
export type BookedBy = 'person' | 'staff';

/** The same diary, as staff book from it: without notice, and otherwise by every rule the public is held to. */
export const withoutNotice = (diary: AvailabilityInput): AvailabilityInput => ({
  ...diary,
  calls: { ...diary.calls, notice: { callback: 0, 'discovery-call': 0 } },
});

/** For how long somebody who is emailed times can choose one, in open minutes: a working day. */
const TIME_TO_CHOOSE = WIDEST_HOURS.closes - WIDEST_HOURS.opens;

/** The same diary, as times are offered by email from it: who chooses one within a working day must still find it outside our notice. */
export const withTimeToChoose = (diary: AvailabilityInput): AvailabilityInput => {
  const { callback, 'discovery-call': discoveryCall } = diary.calls.notice;
  const notice = {
    callback: callback + TIME_TO_CHOOSE,
    'discovery-call': discoveryCall + TIME_TO_CHOOSE,
  };
  return { ...diary, calls: { ...diary.calls, notice } };
};

/** The diary by whose rules the times are judged. */
export const diaryFor = (diary: AvailabilityInput, by: BookedBy): AvailabilityInput =>
  by === 'staff' ? withoutNotice(diary) : diary;

/** Whether a start is one that only staff can give, because it is inside our notice. */
export const isInsideNotice = (diary: AvailabilityInput, start: number): boolean =>
  validateStart(diary, start).outcome !== 'offered' &&
  availableSlots(withoutNotice(diary), { from: wallClockAt(start).day, days: 1 }).some(
    (slot) => slot.start === start,
  );
