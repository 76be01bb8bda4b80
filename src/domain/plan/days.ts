import type { Facts } from '#domain/settings/facts.ts';
import { divides, parts } from './parts.ts';

/** The least and the most; the same number twice where there is no range. */
export type Range = readonly [low: number, high: number];

/** The facilitator days in which every group meets once. */
export interface Round {
  days: Range;
  /** Whether one day has fewer groups in it than usual. */
  shorterDay: boolean;
  /** How many groups the fewest days have room for. */
  room: number;
}

/** How many facilitator days a round of `groups` takes, a day being the groups the facts give. */
export function round(groups: number, facts: Facts): Round {
  const { least, most } = facts['a-day'];
  const days = parts(groups, least, most);
  const usual = divides(days);
  return {
    days: [days.fewest, usual ? days.most : days.fewest],
    shorterDay: !usual,
    room: days.fewest * most,
  };
}
