import type { InviteMessage } from './invite-check.ts';

/**
 * The names of the rules an enqueued invitation breaks, judged against `invite`, the snapshot kept beside
 * it; none for a message that carries no invitation. Loaded only here, where there is one to judge.
 */
export async function faultyRules(message: InviteMessage, invite: unknown): Promise<string[]> {
  if (invite === null) return [];
  const { InvitationSchema } = await import('#domain/invite/invitation.ts');
  const { checkInvite } = await import('./invite-check.ts');
  const kept = InvitationSchema.safeParse(invite);
  if (!kept.success) return ['snapshot'];
  return (await checkInvite(message, kept.data)).map(({ rule }) => rule);
}
