import type { Fault } from '../faults.ts';
import type { Facts } from '../settings/facts.ts';
import { typedOf } from './address.ts';
import { readInput } from './input.ts';
import { type Plan, plan } from './plan.ts';
import { readTyped, saysNothing, type Typed } from './typed.ts';

/** What the planner's address asks for: nothing yet, something to fix, or a plan. */
export type PlanState =
  | { kind: 'blank'; typed: Typed }
  | { kind: 'faults'; typed: Typed; faults: Fault[] }
  | { kind: 'planned'; typed: Typed; plan: Plan; notes: string[] };

/** A note when the number of groups asked for is not the one the plan has. */
function groupsNote(asked: string, made: Plan): string[] {
  if (asked.trim() === '') return [];
  if (made.status !== 'fits') return [];
  const has = String(made.chosen.groups);
  if (asked.trim() === has) return [];
  return [`These people do not make that number of groups, so this plan has ${has}.`];
}

/** Reads the query of the planner's address and plans it; `typed` is what the form should show. */
export function planState(query: URLSearchParams, facts: Facts): PlanState {
  const typed = readTyped(query);
  if (saysNothing(query)) return { kind: 'blank', typed };
  const reading = readInput(typed, facts);
  if (reading.kind === 'faults') return { ...reading, typed };
  const made = plan(reading.input, facts);
  const notes = [...reading.notes, ...groupsNote(typed.groups, made)];
  return { kind: 'planned', typed: typedOf(made), plan: made, notes };
}
