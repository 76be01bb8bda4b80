import { counted, figure } from '../count-words.ts';
import type { Facts } from '../settings/facts.ts';
import type { Between, Gathering } from './formation.ts';
import type { Headcount } from './levels.ts';
import type { Row } from './plan.ts';
import { numberInWords, peopleInWords } from './wording.ts';

/** What would make people fit: what to say first, and what may be said after it. */
export interface Advice {
  lead: string;
  also: string;
}

/** With this few to add, adding people comes first. */
const FEW = 3;

/** With this few over one full group, starting with that group comes first. */
const FEW_OVER_ONE_GROUP = 2;

const INVITE =
  'People from different parts of an organisation can be in a group together, so you might invite another team.';

/** “18 people”, or “8 directors” where levels are kept apart. */
const who = ({ people, level }: Headcount) =>
  level ? counted(people, level.slice(0, -1), level) : peopleInWords(people);

const groupsWord = (count: number) => `${numberInWords(count)} ${count === 1 ? 'group' : 'groups'}`;

/** “two groups would have 9 each”, “three groups would have 10, 9 and 9”. */
function wouldHave({ groups, sizes }: Gathering) {
  const even = new Set(sizes).size === 1;
  const said = even ? `${sizes[0]} each` : `${sizes.slice(0, -1).join(', ')} and ${sizes.at(-1)}`;
  return `${groupsWord(groups)} would have ${said}`;
}

const adding = (toAdd: number, groups: number, least: number) =>
  `${figure(toAdd)} more ${toAdd === 1 ? 'person' : 'people'} would make ${
    groups === 1 ? 'a group' : groupsWord(groups)
  } of ${least}.`;

const leaving = (over: number, groups: number, most: number) =>
  `${figure(over)} ${over === 1 ? 'person' : 'people'} fewer would make ${groupsWord(groups)} of ${most}.`;

function starting(groups: number, { 'group-size': { says } }: Facts) {
  return `start with ${groupsWord(groups)}${groups === 1 ? '' : ', each'} of ${says}.`;
}

/** Adding first when few are needed, one group when few are over it, otherwise whichever is nearer. */
function adviseBetween(head: Headcount, between: Between, facts: Facts): Advice {
  const { least, most } = facts['group-size'];
  const { toAdd, fewerGroups, moreGroups } = between;
  const more = adding(toAdd, moreGroups.groups, least);
  if (fewerGroups.groups === 1 && fewerGroups.peopleOver <= FEW_OVER_ONE_GROUP) {
    return { lead: `${who(head)}: ${starting(1, facts)}`, also: more };
  }
  if (toAdd <= FEW || toAdd <= fewerGroups.peopleOver) {
    const also = `Or ${starting(fewerGroups.groups, facts)}`;
    return { lead: `${who(head)}: ${wouldHave(moreGroups)}. ${more}`, also };
  }
  const fewer = leaving(fewerGroups.peopleOver, fewerGroups.groups, most);
  return { lead: `${who(head)}: ${fewer}`, also: more };
}

/** What would make a row fit; nothing when it does. Never an error, and never “near enough”. */
export function advice({ formation, ...head }: Row, facts: Facts): Advice | undefined {
  switch (formation.status) {
    case 'fits':
      return undefined;
    case 'between':
      return adviseBetween(head, formation, facts);
    case 'under': {
      const { toAdd, moreGroups } = formation;
      const more = adding(toAdd, moreGroups.groups, facts['group-size'].least);
      return { lead: `${who(head)}: ${more}`, also: INVITE };
    }
  }
}
