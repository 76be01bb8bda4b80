import fc from 'fast-check';

/** How many cases each property is tried on: PROPERTY_RUNS, or 100 in an ordinary run (`npm run properties`: 300). */
export function propertyRuns(): number {
  const runs = Number(process.env.PROPERTY_RUNS ?? 100);
  if (!Number.isInteger(runs) || runs < 1) throw new Error('PROPERTY_RUNS must be a whole number.');
  return runs;
}

/** The longest a test of one property may take, in milliseconds: a tenth of a second a case. */
export const PROPERTY_TIMEOUT = 30_000 + propertyRuns() * 100;

/** Checks a property on `propertyRuns()` cases and prints its name with the count. */
export function check<Cases>(name: string, property: fc.IRawProperty<Cases>): void {
  const numRuns = propertyRuns();
  fc.assert(property, { numRuns });
  console.log(`${name}: ${numRuns} cases`);
}

/** Checks a property that waits for something, as `check` does. */
export async function checkAsync<Cases>(
  name: string,
  property: fc.IAsyncProperty<Cases>,
): Promise<void> {
  const numRuns = propertyRuns();
  await fc.assert(property, { numRuns });
  console.log(`${name}: ${numRuns} cases`);
}
