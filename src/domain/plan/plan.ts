import type { Facts } from '#domain/settings/facts.ts';
import type { Rhythm } from '#domain/settings/rhythms.ts';
import { type Between, type Formation, form, type Under } from './formation.ts';
import type { Headcount } from './levels.ts';
import { type FittingRow, nearby, type Option, options, optionWith } from './options.ts';
import type { Parts } from './parts.ts';

/** What a plan is made from. `sessions` is how often each group meets in the year. */
export interface PlanInput {
  people: Headcount[];
  rhythm: Rhythm;
  sessions: number;
  /** How many groups, where more than one number fits; the fewest when absent. */
  groups?: number;
}

/** People who are grouped together, and how they form groups. */
export interface Row extends Headcount {
  formation: Formation;
}

interface Project {
  people: number;
  rhythm: Rhythm;
  sessions: number;
  /** How often a group meets in a year without a break. */
  ceiling: number;
  minutesEach: number;
  minutesAll: number;
  /** One row for each level; a single row when levels mix. */
  rows: Row[];
  /** So many people that a call comes first. */
  large: boolean;
}

/** A project whose people all have a group. */
export interface PlanThatFits extends Project {
  status: 'fits';
  groups: Parts;
  /** Every number of groups that fits; only the fewest and the most when there are very many. */
  options: Option[];
  chosen: Option;
  /** The chosen number of groups among those to compare it with, in order. */
  compared: Option[];
}

/** A project in which at least one row does not fit; `status` and figures are the first such row's. */
export type PlanToFix = Project & (Between | Under);

export type Plan = PlanThatFits | PlanToFix;

/** Above this many people a conversation is worth more than arithmetic. */
const LARGE = 2_000;

const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

function project({ people: heads, rhythm, sessions }: PlanInput, facts: Facts): Project {
  const people = total(heads.map((head) => head.people));
  const minutesEach = sessions * facts.length.minutes;
  return {
    people,
    rhythm,
    sessions,
    ceiling: facts.rhythm['meetings-a-year'][rhythm],
    minutesEach,
    minutesAll: people * minutesEach,
    rows: heads.map((head) => ({ ...head, formation: form(head.people, facts) })),
    large: people > LARGE,
  };
}

/**
 * What a year of groups is for these people: arithmetic on the facts, never a quote.
 * Each level forms its own groups; groups are then summed. A choice of groups that does not fit
 * is taken as the nearest that does. Times are in minutes.
 */
export function plan(input: PlanInput, facts: Facts): Plan {
  const year = project(input, facts);
  const fitting: FittingRow[] = [];
  for (const { formation, ...head } of year.rows) {
    if (formation.status !== 'fits') return { ...year, ...formation };
    fitting.push({ ...head, groups: formation.groups });
  }
  const groups = {
    fewest: total(fitting.map((row) => row.groups.fewest)),
    most: total(fitting.map((row) => row.groups.most)),
  };
  const wanted = Math.min(Math.max(input.groups ?? groups.fewest, groups.fewest), groups.most);
  const of = (count: number) => optionWith(count, fitting, input.sessions, facts);
  return {
    ...year,
    status: 'fits',
    groups,
    options: options(groups, of),
    chosen: of(wanted),
    compared: nearby(groups, wanted).map(of),
  };
}
