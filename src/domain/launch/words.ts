import { GROUPS, type Group, type LaunchBlocker } from './launch-blocker.ts';

const one = ({ what, fix, why }: LaunchBlocker) => `  - ${what}\n    Fix: ${fix}\n    Why: ${why}`;

/** What stands, in words: under a heading for each group, with how each is fixed and why it matters. */
export function standingInWords(standing: readonly LaunchBlocker[]): string {
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const ofGroup = standing.filter((each) => each.group === group);
    return ofGroup.length === 0 ? [] : [[GROUPS[group], ...ofGroup.map(one)].join('\n')];
  });
  return groups.join('\n\n');
}
