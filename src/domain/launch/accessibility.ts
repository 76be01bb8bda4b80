import type { Accessibility } from '../settings/accessibility.ts';
import { outdated } from './dated.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/accessibility.yaml';

const WHY =
  'Who offers a service makes reasonable adjustments, and public buyers ask for a statement against WCAG 2.2 AA with its date: Equality Act 2010, sections 20 and 29.';

const stands = (what: string, field: string): LaunchBlocker => ({
  group: 'access',
  what,
  fix: `Write ${field} in ${FILE}.`,
  why: WHY,
});

/** What the accessibility statement does not say yet, or said more than a year ago. */
export function accessibilityBlockers(
  { reviewed, 'answered-within': within }: Accessibility,
  today: number,
): LaunchBlocker[] {
  const old = reviewed && outdated(reviewed, today, { yearly: true });
  return [
    ...(reviewed === undefined
      ? [stands('Nobody has said when a person last went through the site.', 'reviewed')]
      : []),
    ...(old
      ? [stands(`Going through the site ${old}.`, 'reviewed, and known-problems if there are any,')]
      : []),
    ...(within === undefined
      ? [stands('It is not said how soon a report of a problem is answered.', 'answered-within')]
      : []),
  ];
}
