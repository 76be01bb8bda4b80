/** One package with a known fault, and how grave the registry calls it. */
export interface KnownFault {
  name: string;
  severity: string;
}

/** What a registry answered: the faults it knows of, or why it gave no audit. */
export type AuditRead =
  | { kind: 'audit'; faults: readonly KnownFault[] }
  | { kind: 'none'; why: string };

interface Answered {
  vulnerabilities?: Record<string, { severity: string }>;
  message?: string;
  error?: { summary?: string };
}

function parsed(text: string): Answered | undefined {
  try {
    return JSON.parse(text) as Answered;
  } catch {
    return undefined;
  }
}

/** Reads what `npm audit --json` wrote: an answer without a list of faults is no audit, whatever else it says. */
export function readAudit(text: string): AuditRead {
  const answered = parsed(text);
  if (!answered?.vulnerabilities) {
    const why = answered?.message || answered?.error?.summary || 'no answer';
    return { kind: 'none', why };
  }
  const faults = Object.entries(answered.vulnerabilities).map(([name, { severity }]) => ({
    name,
    severity,
  }));
  return { kind: 'audit', faults };
}
