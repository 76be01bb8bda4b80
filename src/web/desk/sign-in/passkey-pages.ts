import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod';
import { PasskeyNameSchema } from '#domain/desk/passkey.ts';
import { onwardOf } from '#domain/desk/sign-in.ts';
import {
  addPasskey,
  askForNewPasskey,
  askForPasskey,
  namePasskey,
  removePasskey,
  signInWithPasskey,
} from '#services/desk/passkeys.ts';
import { mustAddPasskey } from '#services/desk/second-factor.ts';
import { type Act, NothingTyped, postForm } from '../../http/post-form.ts';
import { refuse } from '../../http/refuse.ts';
import { json, type Refusal, seeOther } from '../../http/responses.ts';
import { tokenOf } from '../cookie.ts';
import { deskPage } from '../desk-page.ts';
import type { DeskContext } from '../with-staff.ts';
import { withSession } from './enter.ts';
import { addPasskeyView } from './passkey-view.ts';

const PATH = '/desk/sessions/';

/** What the script of passkeys posts, or a form without fields to come back. */
const route = <Value>(schema: z.ZodType<Value>) => ({
  schema,
  mayBeEmpty: true,
  fromForm: (fields: Record<string, unknown>) => fields,
  formAgain: (c: { req: { raw: Request } }, _typed: unknown, refusal: Refusal) =>
    refuse(c.req.raw, refusal),
});

const taking = <Value>(schema: z.ZodType<Value>, act: Act<Value>) => postForm(route(schema), act);

/** What an authenticator gave, of which the library checks every part. */
const Given = z.looseObject({
  id: z.string().min(1).max(1400),
  rawId: z.string(),
  type: z.literal('public-key'),
  response: z.looseObject({ clientDataJSON: z.string() }),
  clientExtensionResults: z.looseObject({}),
});

/** `/desk/passkeys/add/`: the form that adds one. */
export async function showAddPasskey(c: DeskContext): Promise<Response> {
  const isRequired = await mustAddPasskey(c.var.app, c.var.staff);
  return deskPage(c, { heading: 'Add a passkey', live: addPasskeyView(isRequired) });
}

/** What the browser needs to make one. */
export const takeNewPasskeyOptions = (c: DeskContext): Promise<Response> =>
  taking(NothingTyped, async ({ var: { app } }) => json(await askForNewPasskey(app, c.var.staff)))(
    c,
  );

const NOT_ADDED: Refusal = {
  status: 400,
  detail: 'This passkey could not be added. Open the page again, and try once more.',
};

/** Keeps the one that was made. */
export const takeNewPasskey = (c: DeskContext): Promise<Response> =>
  taking(
    z.strictObject({ name: PasskeyNameSchema, response: Given }),
    async ({ var: { app } }, { value: { name, response } }) => {
      const given = { response: response as unknown as RegistrationResponseJSON, name };
      const isAdded = await addPasskey(app, c.var.staff, given);
      return isAdded ? json({ onward: `${PATH}?passkey=added` }) : NOT_ADDED;
    },
  )(c);

/** What the browser of anyone needs to sign in with a passkey. */
export const takePasskeyOptions = taking(NothingTyped, async ({ var: { app } }) =>
  json(await askForPasskey(app)),
);

const NOT_IN: Refusal = {
  status: 400,
  detail: 'This passkey does not sign you in. Try again, or ask for a link by email.',
};

/** Signs in with one. */
export const takePasskey = taking(
  z.strictObject({
    response: Given,
    onward: z.unknown().optional().transform(onwardOf),
  }),
  async (c, { value: { response, onward } }) => {
    const given = { response: response as unknown as AuthenticationResponseJSON, onward };
    const cookies = { former: tokenOf(c), browser: undefined };
    const entered = await signInWithPasskey(c.var.app, given, cookies);
    return entered ? withSession(json({ onward: entered.onward }), entered.token) : NOT_IN;
  },
);

const GONE: Refusal = {
  status: 404,
  detail: 'You have no such passkey any more.',
};

const idIn = ({ req }: DeskContext) => req.param('passkey') ?? '';

/** Names one of one’s own. */
export const takePasskeyName = (c: DeskContext): Promise<Response> =>
  taking(z.strictObject({ name: PasskeyNameSchema }), async ({ var: { app } }, { value }) => {
    const isNamed = await namePasskey(app, c.var.staff, idIn(c), value.name);
    return isNamed ? seeOther(`${PATH}?passkey=named`) : GONE;
  })(c);

/** Removes one of one’s own. */
export const takePasskeyRemoval = (c: DeskContext): Promise<Response> =>
  taking(NothingTyped, async ({ var: { app } }) => {
    const isRemoved = await removePasskey(app, c.var.staff, idIn(c));
    return isRemoved ? seeOther(`${PATH}?passkey=removed`) : GONE;
  })(c);
