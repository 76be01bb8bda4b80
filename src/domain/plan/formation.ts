import type { Facts } from '#domain/settings/facts.ts';
import { divides, type Parts, parts, sizes } from './parts.ts';

/** A number of groups that would be too small or too large, as the sizes they would have. */
export interface Gathering {
  groups: number;
  sizes: number[];
}

/** A number of groups with too many people: `peopleOver` is how many have no place. */
export interface Overfull extends Gathering {
  peopleOver: number;
}

/** People who divide into groups of the right size, in one or more ways. */
interface Fits {
  status: 'fits';
  groups: Parts;
}

/** Too many for some groups and too few for one group more, which `toAdd` more people would fill. */
export interface Between {
  status: 'between';
  toAdd: number;
  fewerGroups: Overfull;
  moreGroups: Gathering;
}

/** Too few for a group, which `toAdd` more people would fill. */
export interface Under {
  status: 'under';
  toAdd: number;
  moreGroups: Gathering;
}

export type Formation = Fits | Between | Under;

const gather = (people: number, groups: number): Gathering => ({
  groups,
  sizes: sizes(people, groups),
});

/** How `people` (1 or more) form groups of the size the facts give, or what would make them. */
export function form(people: number, facts: Facts): Formation {
  const { least, most } = facts['group-size'];
  const groups = parts(people, least, most);
  if (divides(groups)) return { status: 'fits', groups };
  const toAdd = groups.fewest * least - people;
  const moreGroups = gather(people, groups.fewest);
  if (groups.most === 0) return { status: 'under', toAdd, moreGroups };
  const peopleOver = people - groups.most * most;
  const fewerGroups = { ...gather(people, groups.most), peopleOver };
  return { status: 'between', toAdd, fewerGroups, moreGroups };
}
