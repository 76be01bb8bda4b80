import { type OwnerChosen, OwnerSchema } from '#domain/desk/actions.ts';
import { NOBODY } from '#domain/desk/cases-query.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import {
  giveCaseSeen,
  givenBy,
  ownerChosen,
  ownerOf,
  possibleOwners,
} from '#services/desk/owner.ts';
import type { Fields } from '../../http/request-body.ts';
import { toFixIn } from '../../http/responses.ts';
import { SEEN_FIELD, seenIn, withoutSeen } from '../../http/seen.ts';
import type { WebContext } from '../../http/web-app.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, showActAgain, takeAct } from './action-form.ts';
import type { ActForm } from './actions-view.ts';
import { ownerForm } from './standing-view.ts';

/** Whom a case may be given to, as choices. */
const optionsOf = ({ var: { app } }: WebContext) => [
  ...possibleOwners(app).map((address) => ({ value: address, label: address })),
  { value: NOBODY, label: 'Nobody in particular' },
];

const PAGE = {
  heading: 'Who sees to this case',
  form: (state: ActForm, c: WebContext) => ownerForm(state, optionsOf(c)),
};

const UNKNOWN = toFixIn({ field: 'owner', message: 'Choose who sees to this case.' });

/** The form again after somebody else gave the case to another meanwhile: who did, to whom, and what was chosen. */
async function showMeanwhile(c: DeskContext, found: Case, typed: Fields): Promise<Response> {
  const { app } = c.var;
  const now = await ownerOf(app, found);
  const who = (await givenBy(app, found)) ?? 'Somebody';
  const detail = `${who} changed who sees to this case after this page was shown, so nothing was changed. ${now ? `It is ${now} now` : 'It is nobody in particular now'}. Press “Save” if it is still to be as chosen below.`;
  return showActAgain(PAGE)(c, { ...typed, [SEEN_FIELD]: now ?? NOBODY }, { status: 409, detail });
}

async function save(c: DeskContext, found: Case, value: OwnerChosen, typed: Fields) {
  const { app, staff } = c.var;
  const chosen = ownerChosen(app, value.owner);
  if (chosen === 'unknown') return UNKNOWN;
  const giving = { staff, ...chosen, seen: seenIn(typed), once: value.once };
  const came = await giveCaseSeen(app, found, giving);
  if (came === 'meanwhile') return showMeanwhile(c, found, typed);
  return came === 'done' ? flashPath(found.reference, 'owner') : undefined;
}

/** `/desk/cases/{reference}/owner/`: which of the staff sees to a case. */
export async function showOwner(c: DeskContext, found: Case): Promise<Response> {
  const owner = (await ownerOf(c.var.app, found)) ?? NOBODY;
  return showAct(c, PAGE, { owner, [SEEN_FIELD]: owner });
}

export const takeOwner = takeAct(PAGE, OwnerSchema, save, { fromForm: withoutSeen });
