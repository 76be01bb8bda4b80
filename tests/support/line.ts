import { bankHolidays } from '#content/bank-holidays.ts';
import { lineRules } from '#domain/hours/line-rules.ts';
import type { Closure, DatedHours } from '#domain/hours/narrowing.ts';
import type { Line } from '#domain/settings/line.ts';

/** Bank holidays of 2025 to 2041 by name, as a build in 2027 would list them and one year on. */
export const NAMED_BANK_HOLIDAYS = bankHolidays({ first: 2025, last: 2041 });

/** Their dates alone. */
export const BANK_HOLIDAYS = Object.keys(NAMED_BANK_HOLIDAYS);

/** "09:00" to "18:00", as settings read it. */
export const NINE_TO_SIX = { opens: 540, closes: 1080 } as const;

/** The week of the settings, Monday to Friday 9am to 6pm unless a day says otherwise. */
export const makeHours = (overrides: Partial<Line['hours']> = {}): Line['hours'] => ({
  monday: NINE_TO_SIX,
  tuesday: NINE_TO_SIX,
  wednesday: NINE_TO_SIX,
  thursday: NINE_TO_SIX,
  friday: NINE_TO_SIX,
  ...overrides,
});

/** The line's rules, ordinary hours and no closures unless told otherwise. */
export const makeRules = ({
  hours = {},
  closures = [],
  datedHours = [],
}: {
  hours?: Partial<Line['hours']>;
  closures?: readonly Closure[];
  datedHours?: readonly DatedHours[];
} = {}) => lineRules({ hours: makeHours(hours), closures, datedHours }, BANK_HOLIDAYS);
