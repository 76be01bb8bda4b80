import { bankHolidays, yearsToKnow } from '#content/bank-holidays.ts';
import { lineRules } from '#domain/hours/line-rules.ts';
import { publishRules } from '#domain/hours/published-rules.ts';
import { hoursInWords } from '#domain/hours/words.ts';
import { telephoneUri } from '#domain/telephone.ts';
import { dayFromIso } from '#domain/time/day.ts';
import { settings } from '../site/settings.ts';

const built = new Date();
const closed = bankHolidays(yearsToKnow(built.getUTCFullYear()));
const rules = lineRules(settings.line, Object.keys(closed));
const today = dayFromIso(built.toISOString().slice(0, 10)) ?? 0;

/** A page says whether the line is open for so many days after it was built; every deploy builds it again. */
const KNOWN_FOR_DAYS = 3 * 366;

/** The contact line as pages show it: number, address that dials it, hours as text, and the rules as JSON. */
export const line = {
  phone: settings.line.phone,
  href: telephoneUri(settings.line.phone),
  hours: hoursInWords(settings.line.hours),
  rules: publishRules({ ...rules, until: Math.min(rules.until, today + KNOWN_FOR_DAYS) }, today),
} as const;
