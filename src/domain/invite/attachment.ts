import { writeInvite } from './calendar.ts';
import type { Invitation, Method } from './invitation.ts';

/**
 * The calendar part of a message, as the Resend SDK takes it: camelCase names only, `content` in
 * base64, and no `contentId`, which would hide the invitation in Thunderbird.
 */
export interface InviteAttachment {
  filename: 'invite.ics';
  content: string;
  contentType: `text/calendar; charset=UTF-8; method=${Method}`;
}

/** The attachment that carries an invitation; its MIME method is the calendar's own. */
export const inviteAttachment = (invitation: Invitation): InviteAttachment => ({
  filename: 'invite.ics',
  content: Buffer.from(writeInvite(invitation), 'utf8').toString('base64'),
  contentType: `text/calendar; charset=UTF-8; method=${invitation.method}`,
});
