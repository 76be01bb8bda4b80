import { html } from 'hono/html';
import { NOBODY } from '#domain/desk/cases-query.ts';
import { possibleOwners } from '#services/desk/owner.ts';
import type { Html } from '../views/form-view.ts';
import type { DeskContext } from './with-staff.ts';

/** The addresses on the staff list, that of who looks first. */
export const staffFirst = ({ var: { app, staff } }: DeskContext): string[] => [
  staff,
  ...possibleOwners(app).filter((address) => address !== staff),
];

/**
 * The ways to narrow a list to the cases that one of the staff sees to, or that nobody does; the first of `staff` is who
 * looks, and an owner who has left the list can still be looked for.
 */
export function ownersNav(
  asked: string | undefined,
  staff: readonly string[],
  addressOf: (owner: string | undefined) => string,
): Html {
  const [self, ...others] = staff;
  const left = asked !== undefined && asked !== NOBODY && !staff.includes(asked) ? [asked] : [];
  const choices: readonly (readonly [string | undefined, string])[] = [
    [undefined, 'Everybody’s'],
    [self, 'Mine'],
    ...[...others, ...left].map((address) => [address, address] as const),
    [NOBODY, 'Nobody’s'],
  ];
  return html`
<nav class="case-owners" aria-label="Whose cases">
  <ul>${choices.map(
    ([owner, words]) =>
      html`<li><a href="${addressOf(owner)}"${owner === asked ? html` aria-current="page"` : ''}>${words}</a></li>`,
  )}</ul>
</nav>`;
}
