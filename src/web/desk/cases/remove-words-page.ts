import { flashPath } from '#domain/desk/flash-messages.ts';
import { SUBJECT_ACCESS_TABLES } from '#domain/desk/subject-access-tables.ts';
import { type RemovalAsked, RemovalSchema } from '#domain/removal/remove-words.ts';
import type { Case } from '#services/cases/case.ts';
import { findRemovals, type Removal, removeWords } from '#services/desk/remove-words.ts';
import { postForm } from '../../http/post-form.ts';
import type { Fields } from '../../http/request-body.ts';
import { faultsIn, type Refusal, seeOther } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import { errorSummary } from '../../views/form-view.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { ERASED } from './confirm-page.ts';
import { checkRemovalView, type PlaceShown, removeWordsForm } from './remove-words-view.ts';

const HEADING = 'Remove words';

/** What staff call each table in which words stand. */
const TABLES: Readonly<Record<string, string>> = {
  enquiries: 'What they sent',
  bookings: 'A call',
  person_acts: 'What they had written before',
  case_acts: 'The timeline',
  holds: 'The hold',
};

const shownOf = ({ table, column, after }: Removal): PlaceShown => ({
  where: `${TABLES[table] ?? table}: ${(SUBJECT_ACCESS_TABLES[table]?.columns[column] ?? column).toLowerCase()}`,
  after,
});

/** `/desk/cases/{reference}/remove-words/`: words to take out; then the places they stand in; then it is done. */
export const showRemoveWords = (c: DeskContext, found: Case): Promise<Response> =>
  deskPage(c, {
    heading: HEADING,
    live: removeWordsForm({ reference: found.reference, typed: {}, faults: [], once: undefined }),
  });

const showAgain =
  (found: Case) =>
  (c: WebContext, typed: Fields, refusal: Refusal): Promise<Response> => {
    const faults = faultsIn(refusal);
    return deskPage(
      c,
      {
        title: `Error: ${HEADING}`,
        heading: HEADING,
        above: errorSummary(faults),
        live: removeWordsForm({ reference: found.reference, typed, faults, once: undefined }),
      },
      refusal,
    );
  };

const ABSENT = 'None of these words stand in this case. Enter them as they are written';

const absent: Refusal = {
  status: 422,
  detail: ABSENT,
  errors: [{ field: 'details', message: ABSENT }],
};

async function check(c: WebContext, found: Case, { details }: RemovalAsked) {
  const removals = await findRemovals(c.var.app, found, details);
  if (removals.length === 0) return absent;
  const { reference } = found;
  const live = checkRemovalView({ reference, details, places: removals.map(shownOf) });
  return deskPage(c, { heading: 'Remove these words?', live });
}

export const takeRemoveWords = (c: DeskContext, found: Case): Promise<Response> =>
  postForm<RemovalAsked>(
    { schema: RemovalSchema, fromForm: (fields) => fields, formAgain: showAgain(found) },
    async (_, { value }) => {
      if (value.sure === undefined) return check(c, found, value);
      const { details } = value;
      const came = await removeWords(c.var.app, found, { details, staff: c.var.staff });
      if (came.kind === 'gone') return ERASED;
      return came.kind === 'absent'
        ? absent
        : seeOther(flashPath(found.reference, 'words-removed'));
    },
  )(c);
