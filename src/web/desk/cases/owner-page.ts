import { type OwnerChosen, OwnerSchema } from '#domain/desk/actions.ts';
import { NOBODY } from '#domain/desk/cases-query.ts';
import { flashPath } from '#domain/desk/flash-messages.ts';
import type { Case } from '#services/cases/case.ts';
import { idempotentAction } from '#services/desk/idempotent-action.ts';
import { giveCase, ownerChosen, ownerOf, possibleOwners } from '#services/desk/owner.ts';
import type { Refusal } from '../../http/responses.ts';
import type { WebContext } from '../../http/web-app.ts';
import type { DeskContext } from '../with-staff.ts';
import { showAct, takeAct } from './action-form.ts';
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

const FAULT = { field: 'owner', message: 'Choose who sees to this case.' };
const UNKNOWN: Refusal = { status: 422, detail: FAULT.message, errors: [FAULT] };

async function save({ var: { app, staff } }: DeskContext, found: Case, value: OwnerChosen) {
  const chosen = ownerChosen(app, value.owner);
  if (chosen === 'unknown') return UNKNOWN;
  const pressed = { act: 'owner', staff, value: chosen, once: value.once };
  const done = await idempotentAction(app, found, pressed, (acting, tx, about) =>
    giveCase(acting, tx, about, { staff, ...chosen }),
  );
  return done ? flashPath(found.reference, 'owner') : undefined;
}

/** `/desk/cases/{reference}/owner/`: which of the staff sees to a case. */
export async function showOwner(c: DeskContext, found: Case): Promise<Response> {
  const owner = (await ownerOf(c.var.app, found)) ?? NOBODY;
  return showAct(c, PAGE, { owner });
}

export const takeOwner = takeAct(PAGE, OwnerSchema, save);
