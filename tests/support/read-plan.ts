import { planState } from '#domain/plan/state.ts';
import { FACTS } from './facts.ts';

/** What the planner makes of a query. */
export const read = (query: string) => planState(new URLSearchParams(query), FACTS);

/** The plan a query asks for; throws when it asks for none. */
export function planned(query: string) {
  const state = read(query);
  if (state.kind !== 'planned') throw new Error(`${query} is ${state.kind}.`);
  return state;
}

/** What is wrong with a query, or nothing. */
export const faults = (query: string) => {
  const state = read(query);
  return state.kind === 'faults' ? state.faults : [];
};
