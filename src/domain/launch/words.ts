import {
  GROUPS,
  type Group,
  HEADINGS,
  type Heading,
  type LaunchBlocker,
} from './launch-blocker.ts';

const one = ({ what, fix, why, stopsBuild }: LaunchBlocker) =>
  [
    `  - ${what}`,
    `    Rule: ${why}`,
    `    Answer: ${fix}`,
    `    Stops a production build: ${stopsBuild ? 'yes' : 'no'}`,
  ].join('\n');

const byGroup = (standing: readonly LaunchBlocker[], heading: Heading): string[] =>
  (Object.keys(GROUPS) as Group[])
    .filter((group) => GROUPS[group].under === heading)
    .flatMap((group) => {
      const ofGroup = standing.filter((each) => each.group === group);
      return ofGroup.length === 0 ? [] : [[GROUPS[group].title, ...ofGroup.map(one)].join('\n')];
    });

/** What stands, in words, under the headings of the law, buyers and the host: each with its rule and where its answer goes. */
export function standingInWords(standing: readonly LaunchBlocker[]): string {
  const headings = (Object.keys(HEADINGS) as Heading[]).flatMap((heading) => {
    const groups = byGroup(standing, heading);
    return groups.length === 0 ? [] : [HEADINGS[heading].toUpperCase(), ...groups];
  });
  return headings.join('\n\n');
}
