import { findSamePerson, type SamePerson } from '#data/same-person-repository.ts';
import type { App } from '../app.ts';

export type { SamePerson };

/** The cases that may be the same person’s, because they give the same email address or the same number, however it is written. */
export async function casesOfSamePerson(
  app: App,
  { email, phone }: { email?: string | undefined; phone?: string | undefined },
): Promise<SamePerson[]> {
  const { canonicalPhone } = await import('#domain/phone.ts');
  const phoneNumber = phone === undefined ? undefined : canonicalPhone(phone);
  return findSamePerson(app.database, { email, phoneNumber }, { now: app.now() });
}
