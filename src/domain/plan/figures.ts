import type { Facts } from '../settings/facts.ts';
import type { Option } from './options.ts';
import type { Plan, PlanThatFits } from './plan.ts';
import type { Turns } from './turns.ts';
import { counted, figure, hoursWord, peopleWord, sizesWord, span, timesWord } from './wording.ts';

/** One line of a plan's table. */
export interface Figure {
  name: string;
  value: string;
}

function turnsWord({ size, everyone, onceMore }: Turns): string {
  if (everyone === 0) return `${figure(onceMore)} of the ${size} once`;
  const more = onceMore === 0 ? '' : `, and ${peopleWord(onceMore)} once more`;
  return `everyone ${timesWord(everyone)}${more}`;
}

const turnsFigures = ({ turns }: Option): Figure[] =>
  turns.map((group) => ({
    name: `Turns to present in a group of ${group.size}, if turns are shared`,
    value: turnsWord(group),
  }));

const timeFigures = ({ minutesEach, minutesAll }: Plan): Figure[] => [
  { name: 'Time for each person', value: hoursWord(minutesEach) },
  { name: 'Staff time in all', value: hoursWord(minutesAll) },
];

const groupFigures = ({ chosen }: PlanThatFits): Figure[] => [
  { name: 'Groups', value: `${figure(chosen.groups)}, ${sizesWord(chosen.sizes)}` },
  { name: 'Group sessions in the year, and room bookings', value: figure(chosen.sessions) },
  { name: 'Hours a room is needed', value: hoursWord(chosen.roomMinutes) },
  { name: 'Facilitator days each time every group meets', value: span(chosen.daysPerRound) },
  { name: 'Facilitator days in the year', value: span(chosen.daysPerYear) },
  ...turnsFigures(chosen),
];

/** The plan as a table. People who do not fit yet still have the time it would take them. */
export const figures = (plan: Plan): Figure[] =>
  plan.status === 'fits' ? [...groupFigures(plan), ...timeFigures(plan)] : timeFigures(plan);

/** How much of its facilitator days a plan uses, and what the same days have room for. */
export function placesWords({ chosen }: PlanThatFits, facts: Facts): string[] {
  const { groups, daysPerRound, roomInRound, shorterDay } = chosen;
  const { least, most } = facts['group-size'];
  const [days] = daysPerRound;
  const have =
    days === 1
      ? `A facilitator day usually has room for ${facts['a-day'].says}`
      : `${figure(days)} facilitator days have room for up to ${counted(roomInRound, 'group')}`;
  const shorter = days === 1 ? 'The day is' : 'One of the days is';
  const fuller = `The same facilitator days have room for ${counted(roomInRound, 'group')}: ${span([roomInRound * least, roomInRound * most])} people.`;
  return [
    `${have}; this plan has ${figure(groups)}.`,
    ...(shorterDay ? [`${shorter} shorter than usual.`] : []),
    ...(groups < roomInRound ? [fuller] : []),
  ];
}
