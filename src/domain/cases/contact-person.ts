/** A call as far as it says who a case is from. */
interface CallOfCase {
  id: string;
  createdAt: Date;
  quarantinedAt?: Date | undefined;
}

/**
 * Which call says who a case is from: none where there is an enquiry, which says so itself; else the
 * newest call, one in quarantine only where there is no other. The one rule for every list, page and file.
 */
export function contactCall<Call extends CallOfCase>(
  enquired: boolean,
  calls: readonly Call[],
): Call | undefined {
  if (enquired) return undefined;
  const newest = (some: readonly Call[]) =>
    some.toSorted(
      (one, other) => +other.createdAt - +one.createdAt || (other.id > one.id ? 1 : -1),
    )[0];
  return newest(calls.filter(({ quarantinedAt }) => !quarantinedAt)) ?? newest(calls);
}

/** Who somebody is, as far as they said: name first, then organisation. Empty when they said neither. */
export const nameFirst = ({
  name,
  organisation,
}: {
  name?: string | undefined;
  organisation?: string | undefined;
}): string => [name, organisation].filter(Boolean).join(', ');
