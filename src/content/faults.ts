import type { Fault } from './checks/fault.ts';
import { refusalReport } from './checks/report.ts';

/** What stands in `content/` cannot be published; its message says what to fix, so that anyone who edited it can. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: readonly Fault[];

  constructor(message: string, faults: readonly Fault[] = []) {
    super(message);
    this.faults = faults;
  }
}

/** The error that says everything there is to fix. */
export const refusal = (...faults: readonly Fault[]): ContentError =>
  new ContentError(refusalReport(faults), faults);

/** Throws ContentError with everything to fix, when there is anything. */
export function refuse(faults: readonly Fault[]): void {
  if (faults.length > 0) throw refusal(...faults);
}

/** What was read, or everything that kept it from being read. */
export type Attempt<Value> =
  | { readonly value: Value; readonly faults: readonly [] }
  | { readonly value?: undefined; readonly faults: readonly Fault[] };

/** `read`, with what it throws as ContentError among the outcomes. */
export function attempt<Value>(read: () => Value): Attempt<Value> {
  try {
    return { value: read(), faults: [] };
  } catch (error) {
    if (error instanceof ContentError) return { faults: error.faults };
    throw error;
  }
}
