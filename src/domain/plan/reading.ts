import type { Fault } from '../faults.ts';

/** A value read from what was typed, with a note when it was taken otherwise; or what to fix first. */
export type Read<Value> = { value: Value; note?: string } | { faults: Fault[] };

/** A reading that failed, for one field. */
export const fault = (field: string, message: string) => ({ faults: [{ field, message }] });
