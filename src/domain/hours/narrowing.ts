import type { Hours } from '../settings/line.ts';

/** London dates (`YYYY-MM-DD`), the first and the last, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Days on which the line does not open. `why` is for staff alone. */
export interface Closure extends Span {
  why: string;
}

/** The most the line is open on each of these days, whatever its week. */
export interface DatedHours extends Span {
  hours: Hours;
  why?: string | undefined;
}

/**
 * Hours in which nobody takes calls: all day where `hours` is missing, and on every day of the span or only on
 * `weekdays` (0 is Monday).
 */
export interface BlockRule extends Span {
  hours?: Hours | undefined;
  weekdays?: readonly number[] | undefined;
  why?: string | undefined;
}

/** One way in which staff have narrowed the hours at the desk. None of them widens anything. */
export type Narrowing =
  | ({ id: string; kind: 'closure' } & Closure)
  | ({ id: string; kind: 'dated hours' } & DatedHours)
  | ({ id: string; kind: 'block' } & BlockRule);

export type NarrowingKind = Narrowing['kind'];
