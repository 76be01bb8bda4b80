import { html } from 'hono/html';
import { nameFirst } from '#domain/cases/contact-person.ts';
import { deskCasePath } from '#domain/desk/paths.ts';
import type { Html } from '../../views/form-view.ts';

/** Whose case is meant. */
export interface WhoseCase {
  reference: string;
  name?: string | undefined;
  organisation?: string | undefined;
}

/** A case as the link to it: who it is from, then its reference. */
export const caseLink = ({ reference, name, organisation }: WhoseCase): Html =>
  html`<a href="${deskCasePath(reference)}">${nameFirst({ name, organisation }) || 'No name given'}</a> <span class="case-ref"><span class="visually-hidden">Reference </span>${reference}</span>`;
