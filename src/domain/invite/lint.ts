import { areMailHeaders } from '../mail-headers.ts';
import { type ContentLine, contentLines } from './content-lines.ts';
import type { Invitation } from './invitation.ts';
import { eventFaults } from './lint-event.ts';
import { RULES, type Rule } from './lint-rules.ts';
import { textFaults } from './lint-text.ts';

/** One broken rule. The message holds nothing of the invitation itself. */
export interface InviteFault {
  rule: Rule;
  message: string;
}

/** The message an invitation travels in, as the Resend SDK takes it. */
export interface Envelope {
  from: string;
  to: string | readonly string[];
  contentType: string;
  /** The message's own headers, beyond those the mail service writes. */
  headers: Readonly<Record<string, string>>;
}

const FRAME = 'BEGIN:VCALENDAR,BEGIN:VEVENT,END:VEVENT,END:VCALENDAR';

const isFrame = ({ name }: ContentLine) => name === 'BEGIN' || name === 'END';

const parts = (lines: readonly ContentLine[]) => {
  const frame = lines.filter(isFrame).map(({ name, value }) => `${name}:${value}`);
  const isWhole = lines[0]?.name === 'BEGIN' && lines.slice(-2).every(isFrame);
  if (!isWhole || frame.join() !== FRAME) return undefined;
  const event = lines.findLastIndex(({ name }) => name === 'BEGIN');
  return { calendar: lines.slice(1, event), event: lines.slice(event + 1, -2) };
};

const address = (mailbox: string) => /<([^<>]*)>$/.exec(mailbox)?.[1] ?? mailbox;

const envelopeFaults = (lines: readonly ContentLine[], envelope: Envelope): Rule[] => {
  const value = (name: string) => lines.find((line) => line.name === name)?.value;
  const [to, ...others] = [envelope.to].flat();
  const held: Partial<Record<Rule, boolean>> = {
    'mime-method':
      envelope.contentType === `text/calendar; charset=UTF-8; method=${value('METHOD')}`,
    from: value('ORGANIZER') === `mailto:${address(envelope.from)}`,
    headers: areMailHeaders(envelope.headers, { threaded: true }),
    to: others.length === 0 && value('ATTENDEE') === `mailto:${address(to ?? '')}`,
  };
  return (Object.keys(held) as Rule[]).filter((rule) => !held[rule]);
};

/**
 * Everything wrong with the text of an invitation, given what it must say and the message it travels in.
 * An empty list means it may be sent. It reads the text with its own scanner, not the writer's.
 */
export const lintInvite = (
  text: string,
  invitation: Invitation,
  envelope: Envelope,
): InviteFault[] => {
  const scanned = contentLines(text);
  const lines = scanned.filter((line) => line !== undefined);
  const split = parts(lines);
  const broken: Rule[] = [
    ...textFaults(text),
    ...(lines.length < scanned.length ? (['content-lines'] as const) : []),
    ...(split ? eventFaults(split.calendar, split.event, invitation) : (['components'] as const)),
    ...envelopeFaults(lines, envelope),
  ];
  return [...new Set(broken)].map((rule) => ({ rule, message: RULES[rule] }));
};
