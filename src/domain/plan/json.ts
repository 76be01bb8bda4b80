import type { Range } from './days.ts';
import type { Gathering, Overfull } from './formation.ts';
import type { Option } from './options.ts';
import type { Plan } from './plan.ts';

const gathering = ({ groups, sizes }: Gathering) => ({ groups, sizes });

const overfull = ({ peopleOver, ...rest }: Overfull) => ({
  ...gathering(rest),
  over12: true,
  peopleOver,
});

const smallestAndLargest = (sizes: readonly number[]): Range => [sizes.at(-1) ?? 0, sizes[0] ?? 0];

const option = (one: Option) => ({
  groups: one.groups,
  sizes: smallestAndLargest(one.sizes),
  sessions: one.sessions,
  roomHours: one.roomMinutes / 60,
  daysPerRound: one.daysPerRound,
  daysPerYear: one.daysPerYear,
  shorterDay: one.shorterDay,
});

function outcome(plan: Plan) {
  switch (plan.status) {
    case 'fits': {
      const { groups, options } = plan;
      return { groups: [groups.fewest, groups.most], options: options.map(option) };
    }
    case 'between':
      return {
        toAdd: plan.toAdd,
        fewerGroups: overfull(plan.fewerGroups),
        moreGroups: gathering(plan.moreGroups),
      };
    case 'under':
      return { toAdd: plan.toAdd, moreGroups: gathering(plan.moreGroups) };
  }
}

/** The plan as `GET /api/plan` answers it: hours as decimals, ranges as `[low, high]`. */
export const planJson = (plan: Plan) => ({
  people: plan.people,
  rhythm: plan.rhythm,
  sessionsPerGroup: plan.sessions,
  hoursEach: plan.minutesEach / 60,
  hoursAll: plan.minutesAll / 60,
  status: plan.status,
  ...outcome(plan),
});
