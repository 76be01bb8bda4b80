import type { CreateEmailOptions } from 'resend';
import type { Invitation } from '#domain/invite/invitation.ts';
import { type InviteFault, lintInvite } from '#domain/invite/lint.ts';

/** The parts of the Resend SDK's input that an invitation is judged by. */
export type InviteMessage = Pick<CreateEmailOptions, 'from' | 'to' | 'attachments' | 'headers'>;

/** One reason not to send. The message holds nothing personal, so it can go to a log. */
export type SendFault =
  | InviteFault
  | { rule: 'attachment' | 'bytes' | 'read-back'; message: string };

const ATTACHMENT_FAULT: SendFault = {
  rule: 'attachment',
  message: 'The message must carry one attachment: filename, content and contentType, no more.',
};
const BYTES_FAULT: SendFault = {
  rule: 'bytes',
  message: 'The attachment is not UTF-8 text in base64.',
};
const READ_BACK_FAULT: SendFault = {
  rule: 'read-back',
  message: 'Another reader of calendars does not find in it what the booking says.',
};

const onlyAttachment = ({ attachments: [first, ...others] = [] }: InviteMessage) => {
  if (!first || others.length > 0) return undefined;
  const { filename, content, contentType, ...more } = first;
  if (filename !== 'invite.ics' || Object.keys(more).length > 0) return undefined;
  return typeof content === 'string' && contentType ? { content, contentType } : undefined;
};

const decoded = (content: string) => {
  const bytes = Buffer.from(content, 'base64');
  if (bytes.toString('base64') !== content) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

const readBack = async (text: string) => {
  // Loaded here, so that only a function that sends invitations pays for it.
  const { default: ICAL } = await import('ical.js');
  const calendar = ICAL.Component.fromString(text);
  const event = calendar.getFirstSubcomponent('vevent');
  const said = (name: string) => event?.getFirstPropertyValue(name);
  const instant = (name: string) => {
    const time = said(name);
    const isUtc = time instanceof ICAL.Time && time.zone === ICAL.Timezone.utcTimezone;
    return isUtc ? time.toUnixTime() * 1000 : undefined;
  };
  return {
    method: calendar.getFirstPropertyValue('method'),
    uid: said('uid'),
    sequence: said('sequence'),
    start: instant('dtstart'),
    end: instant('dtend'),
    stamp: instant('dtstamp'),
    created: instant('created'),
    summary: said('summary'),
    description: said('description'),
    location: said('location'),
  };
};

const readsAs = async (text: string, invitation: Invitation) => {
  try {
    const read = await readBack(text);
    return (Object.keys(read) as (keyof typeof read)[]).every(
      (name) => read[name] === invitation[name],
    );
  } catch {
    return false;
  }
};

/**
 * Everything that forbids sending this message with this invitation, judged from the bytes that would
 * travel: our own rules, then ical.js reading back the booking's instants and words. Empty: send it.
 */
export const checkInvite = async (
  message: InviteMessage,
  invitation: Invitation,
): Promise<SendFault[]> => {
  const attachment = onlyAttachment(message);
  if (!attachment) return [ATTACHMENT_FAULT];
  const text = decoded(attachment.content);
  if (text === undefined) return [BYTES_FAULT];
  const { from = '', to, headers = {} } = message;
  const { contentType } = attachment;
  const faults = lintInvite(text, invitation, { from, to, contentType, headers });
  return (await readsAs(text, invitation)) ? faults : [...faults, READ_BACK_FAULT];
};
