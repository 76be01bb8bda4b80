import * as z from 'zod';
import { type Fault, faultsOf } from '../faults.ts';
import type { Facts } from '../settings/facts.ts';
import { readInput } from './input.ts';
import { type Plan, plan } from './plan.ts';
import { readTyped } from './typed.ts';

const once = z.array(z.string()).length(1, 'Give this once.').optional();

/** The names `GET /api/plan` takes, each once at most. */
const QuerySchema = z.strictObject({ people: once, rhythm: once, sessions: once });

/** The plan `GET /api/plan` is asked for, or every fault in its query. */
export function planAsked(query: URLSearchParams, facts: Facts): Plan | { faults: Fault[] } {
  const names = [...new Set(query.keys())];
  const checked = QuerySchema.safeParse(
    Object.fromEntries(names.map((name) => [name, query.getAll(name)])),
  );
  if (!checked.success) return { faults: faultsOf(checked.error) };
  const reading = readInput(readTyped(query), facts);
  return reading.kind === 'faults' ? reading : plan(reading.input, facts);
}
