import { findPerson } from '#data/join-repository.ts';
import type { Subject } from '#domain/subject.ts';
import type { App } from '../app.ts';
import { fillSearch } from '../desk/fill-search.ts';
import { isShared, type SubjectData, subjectDataOf } from './subject-data.ts';

/** The longest a page waits for numbers in what was sent before they were kept one way. */
const FOLDING_MS = 2_000;

/** What we hold about somebody who asks: by what they were found, what there is, and whether different people give the number. */
export interface SubjectAccess {
  by: Subject['by'];
  data: SubjectData;
  shared: boolean;
  /** Who each case is from, by its id. */
  whose: ReadonlyMap<string, Whose>;
}

/** Who a case is from, as far as they said. */
type Whose = NonNullable<Awaited<ReturnType<typeof findPerson>>>;

/** Who each of some cases is from: a number may be that of many, and a reference tells nobody who it is. */
async function whoseAre(app: App, { cases, calls }: SubjectData) {
  const whose = new Map<string, Whose>();
  for (const id of new Set([...cases.map((one) => one.id), ...calls.map((one) => one.caseId)])) {
    const person = await findPerson(app.database, id);
    if (person) whose.set(id, person);
  }
  return whose;
}

/** What we hold about whoever has a reference, a number or an address, as it was typed; `unread` when it is none of these. */
export async function subjectAccessTo(app: App, typed: string): Promise<SubjectAccess | 'unread'> {
  // Reading telephones takes a while to load: only what reads one waits for it.
  const { readSubject } = await import('#domain/subject.ts');
  const subject = readSubject(typed);
  if (!subject) return 'unread';
  if (subject.by === 'phone') await fillSearch(app, FOLDING_MS);
  const data = await subjectDataOf(app.database, subject);
  const shared = await isShared(app.database, subject, data);
  return { by: subject.by, data, shared, whose: await whoseAre(app, data) };
}
