import { findSamePerson, type SamePerson } from '#data/same-person-repository.ts';
import type { App } from '../app.ts';

export type { SamePerson };

const listOf = (value: string | undefined) => (value ? [value] : []);

/** The cases that may be the same person’s, because they give the same email address or the same number, however it is written. */
export async function casesOfSamePerson(
  app: App,
  { email, phone }: { email?: string | undefined; phone?: string | undefined },
): Promise<SamePerson[]> {
  const { canonicalPhone } = await import('#domain/phone.ts');
  const phoneNumber = phone === undefined ? undefined : canonicalPhone(phone);
  const reachedBy = { emails: listOf(email), phoneNumbers: listOf(phoneNumber) };
  return findSamePerson(app.database, reachedBy, { now: app.now() });
}

/** The other cases that give an address or a number which a case gives, in its enquiry or for one of its calls. */
export async function casesLike(
  app: App,
  caseId: string,
  given: readonly { email?: string | undefined; phone?: string | undefined }[],
): Promise<SamePerson[]> {
  const { canonicalPhone } = await import('#domain/phone.ts');
  const reachedBy = {
    emails: given.flatMap(({ email }) => listOf(email)),
    phoneNumbers: given.flatMap(({ phone }) => listOf(phone && canonicalPhone(phone))),
  };
  return findSamePerson(app.database, reachedBy, { now: app.now(), except: caseId });
}
