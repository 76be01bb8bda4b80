import * as z from 'zod';

const GITHUB = 'https://api.github.com';

const RepositorySchema = z.object({
  permissions: z.object({ push: z.boolean() }).optional(),
});

/**
 * Whether GitHub lets whoever holds `token` write to `repository`. Anything but a plain yes is no: a repository they
 * cannot see, an answer that cannot be read, GitHub not answering.
 */
export async function mayWrite(repository: string, token: string): Promise<boolean> {
  const answer = await fetch(`${GITHUB}/repos/${repository}`, {
    headers: { authorization: `Bearer ${token}`, accept: 'application/vnd.github+json' },
  }).catch(() => undefined);
  if (!answer?.ok) return false;
  const read = RepositorySchema.safeParse(await answer.json().catch(() => undefined));
  return read.success && read.data.permissions?.push === true;
}
