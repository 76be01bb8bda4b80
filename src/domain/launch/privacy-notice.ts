import { isNamed, knownOf, RECIPIENTS } from '../privacy-notice/recipients.ts';
import type { Privacy, Recipient } from '../settings/privacy.ts';
import { outdated } from './dated.ts';
import type { LaunchBlocker } from './launch-blocker.ts';

const FILE = 'content/settings/privacy.yaml';

const stands = (what: string, fields: readonly string[], why: string): LaunchBlocker => ({
  group: 'privacy-notice',
  what,
  fix: `Write ${fields.join(', ')} in ${FILE}.`,
  why,
  stopsBuild: true,
});

const RECIPIENT = 'Readers are told of everyone who handles their data: UK GDPR, Article 13(1)(e).';
const TRANSFER =
  'Readers are told of data that goes to the United States, what protects it there, and how to get a copy: UK GDPR, Articles 13(1)(f), 45A and 46.';
const PERIOD =
  'Readers are told how long their data is kept, everywhere: UK GDPR, Article 13(2)(a).';

const PROTECTION = ['protected-by', 'checked', 'copy'] as const;

/** What is missing of one who handles data for us; and what was checked too long ago. */
function recipientBlockers(privacy: Privacy, name: Recipient, today: number): LaunchBlocker[] {
  const known = knownOf(privacy, name);
  const { company, does } = RECIPIENTS[name];
  const at = (field: string) => `recipients → ${name} → ${field}`;
  const called = company ?? known.company ?? '';
  if (known.company === undefined) {
    return [
      stands(`It is not known who ${does}.`, [at('company'), `in (or company: none)`], RECIPIENT),
    ];
  }
  if (!isNamed(known)) return [];
  if (known.in === undefined) {
    return [stands(`It is not known where ${called} keeps data.`, [at('in')], TRANSFER)];
  }
  if (known.in !== 'United States') return [];
  const missing = PROTECTION.filter((field) => known[field] === undefined);
  if (missing.length > 0) {
    const what = `It is not known what protects data with ${called} in the United States.`;
    return [stands(what, missing.map(at), TRANSFER)];
  }
  const old = outdated(known.checked ?? '', today, { yearly: true });
  if (old === undefined) return [];
  const again = stands(`What protects data with ${called} ${old}.`, [at('checked')], TRANSFER);
  return [{ ...again, stopsBuild: false }];
}

const KEPT = {
  mailboxes: 'how long mail stays in your mailboxes',
  'mail-service': 'how long Resend keeps what it has sent',
  backups: 'how long a copy of the database is kept',
  calls: 'how long the telephone’s list of calls is kept',
} as const;

function periodBlockers(privacy: Privacy): LaunchBlocker[] {
  const telephone = knownOf(privacy, 'telephone');
  const isList = telephone.company === undefined || isNamed(telephone);
  return (Object.keys(KEPT) as (keyof typeof KEPT)[])
    .filter((name) => privacy.kept?.[name] === undefined && (name !== 'calls' || isList))
    .map((name) => stands(`It is not said ${KEPT[name]}.`, [`kept → ${name}`], PERIOD));
}

function dateBlockers({ dated }: Privacy, today: number): LaunchBlocker[] {
  const why =
    'A notice says from when it holds, and is read again against what is done: UK GDPR, Articles 12(1) and 24(1).';
  if (dated === undefined) return [stands('The privacy notice has no date.', ['dated'], why)];
  const old = outdated(dated, today, { yearly: true })?.replace('was last done on', 'is of');
  if (old === undefined) return [];
  return [{ ...stands(`The privacy notice ${old}.`, ['dated'], why), stopsBuild: false }];
}

/** What the privacy notice has to say, and only its owner knows. */
export function privacyNoticeBlockers(privacy: Privacy, today: number): LaunchBlocker[] {
  const recorded = stands(
    'It is not said whether calls are recorded.',
    ['calls-recorded'],
    'Who rings is told what is kept of the call: UK GDPR, Article 13.',
  );
  return [
    ...dateBlockers(privacy, today),
    ...(Object.keys(RECIPIENTS) as Recipient[]).flatMap((name) =>
      recipientBlockers(privacy, name, today),
    ),
    ...periodBlockers(privacy),
    ...(privacy['calls-recorded'] === undefined ? [recorded] : []),
  ];
}
