import { MINUTE, weekdayOf } from '../time/day.ts';
import { wallClockAt } from '../time/london.ts';

/** Everything that runs on a schedule. */
export type ScheduleName = 'deliver' | 'remind' | 'digest' | 'erase';

/** A full hour by London’s clock. */
interface LondonHour {
  hour: number;
  /** Monday to Friday. */
  isWeekday: boolean;
}

const between = (hour: number, first: number, last: number) => hour >= first && hour <= last;

/** Every hour while the line may be open, and every three hours else. */
const isSweep = ({ hour, isWeekday }: LondonHour) =>
  (isWeekday && between(hour, 9, 18)) || hour % 3 === 0;

/**
 * Each wakes the database, which is billed while it is awake: so they keep to the same hours as far as they can. The
 * digest goes out at 8am, and the hours after it are for a run that failed; what one night’s run does not erase, the
 * next does.
 */
const DUE: Readonly<Record<ScheduleName, (at: LondonHour) => boolean>> = {
  deliver: isSweep,
  remind: isSweep,
  digest: ({ hour, isWeekday }) => (isWeekday ? between(hour, 8, 11) : hour === 9),
  erase: ({ hour }) => [0, 3, 6].includes(hour),
};

/** The host may call a little before the hour. */
const NEAR_MS = 5 * MINUTE;

/** Whether a schedule that the host calls at an instant, on the hour or near it, has something to look for, by London’s clock. */
export function isDueHour(name: ScheduleName, instant: number): boolean {
  const { day, minute } = wallClockAt(instant + NEAR_MS);
  return DUE[name]({ hour: Math.floor(minute / 60), isWeekday: weekdayOf(day) < 5 });
}
