import type { BankHolidays } from '#domain/hours/closed-days.ts';
import { lineRules } from '#domain/hours/line-rules.ts';
import type { LineRules } from '#domain/hours/rules.ts';
import type { Line } from '#domain/settings/line.ts';
import type { Site } from '../site.ts';

const known = new WeakMap<Site, LineRules>();

/** When the line opens, from the settings and bank holidays of `site`; made once for each build. */
export function rulesOf(site: Site): LineRules {
  const rules = known.get(site) ?? lineRules(site.settings.line, Object.keys(site.bankHolidays));
  known.set(site, rules);
  return rules;
}

/** When the line opens, and what says why it does not. */
export const openingsOf = (
  site: Site,
): { line: Line; bankHolidays: BankHolidays; rules: LineRules } => ({
  line: site.settings.line,
  bankHolidays: site.bankHolidays,
  rules: rulesOf(site),
});
