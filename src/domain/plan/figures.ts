import { counted, figure } from '../count-words.ts';
import type { Facts } from '../settings/facts.ts';
import type { Option } from './options.ts';
import type { Plan, PlanThatFits } from './plan.ts';
import type { Turns } from './turns.ts';
import { groupsInWords, lengthInWords, peopleInWords, span, timesInWords } from './wording.ts';

/** One line of a plan's table. */
export interface Figure {
  name: string;
  value: string;
}

function turnsInWords({ size, everyone, onceMore }: Turns): string {
  if (everyone === 0) return `${figure(onceMore)} of the ${size} once`;
  const more = onceMore === 0 ? '' : `, and ${peopleInWords(onceMore)} once more`;
  return `everyone ${timesInWords(everyone)}${more}`;
}

const turnsFigures = ({ turns }: Option): Figure[] =>
  turns.map((group) => ({
    name: `Turns to present in a group of ${group.size}, if turns are shared`,
    value: turnsInWords(group),
  }));

const timeFigures = ({ minutesEach, minutesAll }: Plan): Figure[] => [
  { name: 'Time for each person', value: lengthInWords(minutesEach) },
  { name: 'Staff time in all', value: lengthInWords(minutesAll) },
];

const yearFigures = ({ chosen }: PlanThatFits): Figure[] => [
  { name: 'Group sessions in the year, and room bookings', value: figure(chosen.sessions) },
  { name: 'Hours a room is needed', value: lengthInWords(chosen.roomMinutes) },
  { name: 'Facilitator days each time every group meets', value: span(chosen.daysPerRound) },
  { name: 'Facilitator days in the year', value: span(chosen.daysPerYear) },
];

const groupFigures = (plan: PlanThatFits): Figure[] => [
  { name: 'Groups', value: groupsInWords(plan.chosen.sizes).join(' ') },
  ...yearFigures(plan),
  ...turnsFigures(plan.chosen),
];

/** The plan as a table. People who do not fit yet still have the time it would take them. */
export const figures = (plan: Plan): Figure[] =>
  plan.status === 'fits' ? [...groupFigures(plan), ...timeFigures(plan)] : timeFigures(plan);

/** What the year asks of an organisation: the plan’s figures without the groups and the turns in them. */
export const costFigures = (plan: Plan): Figure[] =>
  plan.status === 'fits' ? [...yearFigures(plan), ...timeFigures(plan)] : timeFigures(plan);

/** How much of its facilitator days a plan uses, and what the same days have room for. */
export function placesWords({ chosen }: PlanThatFits, facts: Facts): string[] {
  const { groups, daysPerRound, roomInRound, shorterDay } = chosen;
  const { least, most } = facts['group-size'];
  const [days] = daysPerRound;
  const room =
    days === 1 ? facts['a-day'].says : `${span([days * facts['a-day'].least, roomInRound])} groups`;
  const have =
    days === 1 ? 'A facilitator day usually has' : `${figure(days)} facilitator days usually have`;
  const shorter = days === 1 ? 'The day is' : 'One of the days is';
  const people = span([roomInRound * least, roomInRound * most]);
  return [
    `${have} room for ${room}; this plan has ${figure(groups)}.`,
    ...(shorterDay ? [`${shorter} shorter than usual.`] : []),
    ...(groups < roomInRound
      ? [
          `The same facilitator days would do for ${people} people, in ${counted(roomInRound, 'group')}.`,
        ]
      : []),
  ];
}
