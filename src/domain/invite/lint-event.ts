import { CALL_CANCELLED } from './cancel-words.ts';
import { type ContentLine, isEscapedText, unescapeText } from './content-lines.ts';
import type { Invitation } from './invitation.ts';
import type { Rule } from './lint-rules.ts';

type Params = ContentLine['params'];

/** What one property must say: `text` when its value is escaped on the wire, absent when it must not be there. */
interface Statement {
  rule: Rule;
  name: string;
  value: string | null;
  params?: Params;
  text?: true;
}

const utc = (instant: number) => `${new Date(instant).toISOString().replace(/[-:]|\.\d+Z$/g, '')}Z`;

const calendarStatements = ({ method }: Invitation): Statement[] => [
  { rule: 'version', name: 'VERSION', value: '2.0' },
  { rule: 'product', name: 'PRODID', value: '-//Reflective Practice Groups//Bookings//EN' },
  { rule: 'scale', name: 'CALSCALE', value: 'GREGORIAN' },
  { rule: 'method', name: 'METHOD', value: method },
];

const attendeeParams = ({ method, attendee }: Invitation): Params => [
  ['CUTYPE', 'INDIVIDUAL'],
  ['ROLE', 'REQ-PARTICIPANT'],
  ['PARTSTAT', 'NEEDS-ACTION'],
  ...(method === 'REQUEST' ? [['RSVP', 'FALSE'] as const] : []),
  ['CN', attendee.name],
  ['X-NUM-GUESTS', '0'],
];

const eventStatements = (invitation: Invitation): Statement[] => {
  const { method, organizer, attendee } = invitation;
  return [
    { rule: 'uid', name: 'UID', value: invitation.uid },
    { rule: 'sequence', name: 'SEQUENCE', value: String(invitation.sequence) },
    { rule: 'stamp', name: 'DTSTAMP', value: utc(invitation.stamp) },
    { rule: 'last-modified', name: 'LAST-MODIFIED', value: utc(invitation.stamp) },
    { rule: 'created', name: 'CREATED', value: utc(invitation.created) },
    { rule: 'start', name: 'DTSTART', value: utc(invitation.start) },
    { rule: 'end', name: 'DTEND', value: utc(invitation.end) },
    {
      rule: 'organizer',
      name: 'ORGANIZER',
      value: `mailto:${organizer.email}`,
      params: [['CN', organizer.name]],
    },
    {
      rule: 'attendee',
      name: 'ATTENDEE',
      value: `mailto:${attendee.email}`,
      params: attendeeParams(invitation),
    },
    { rule: 'status', name: 'STATUS', value: method === 'CANCEL' ? 'CANCELLED' : 'CONFIRMED' },
    { rule: 'summary', name: 'SUMMARY', value: invitation.summary, text: true },
    { rule: 'description', name: 'DESCRIPTION', value: invitation.description, text: true },
    { rule: 'location', name: 'LOCATION', value: invitation.location, text: true },
    { rule: 'transparency', name: 'TRANSP', value: 'OPAQUE' },
    { rule: 'class', name: 'CLASS', value: invitation.class },
    { rule: 'url', name: 'URL', value: invitation.url, params: [['VALUE', 'URI']] },
  ];
};

const sorted = (params: Params) => JSON.stringify(params.map((pair) => pair.join('=')).toSorted());

const says = (line: ContentLine, statement: Statement) => {
  if (sorted(line.params) !== sorted(statement.params ?? [])) return false;
  if (!statement.text) return line.value === statement.value;
  return isEscapedText(line.value) && unescapeText(line.value) === statement.value;
};

const isKept = (lines: readonly ContentLine[], statement: Statement) => {
  const [line, ...more] = lines.filter(({ name }) => name === statement.name);
  if (statement.value === null) return line === undefined;
  return line !== undefined && more.length === 0 && says(line, statement);
};

const faultsAgainst = (lines: readonly ContentLine[], statements: readonly Statement[]): Rule[] => {
  const known = new Set(statements.map(({ name }) => name));
  const broken = statements
    .filter((statement) => !isKept(lines, statement))
    .map(({ rule }) => rule);
  return lines.every(({ name }) => known.has(name)) ? broken : ['unknown', ...broken];
};

const hasOddName = ({ params }: ContentLine) =>
  params.some(([name, value]) => name === 'CN' && (value === '' || /["^\\]/.test(value)));

const isToldCancelled = (event: readonly ContentLine[]) =>
  unescapeText(event.find(({ name }) => name === 'DESCRIPTION')?.value ?? '').startsWith(
    CALL_CANCELLED,
  );

/** The rules about what the calendar and its event state that an invitation breaks. */
export const eventFaults = (
  calendar: readonly ContentLine[],
  event: readonly ContentLine[],
  invitation: Invitation,
): Rule[] => [
  ...faultsAgainst(calendar, calendarStatements(invitation)),
  ...faultsAgainst(event, eventStatements(invitation)),
  ...(isToldCancelled(event) === (invitation.method === 'CANCEL')
    ? []
    : (['cancel-words'] as const)),
  ...(event.some(hasOddName) ? (['common-name'] as const) : []),
];
