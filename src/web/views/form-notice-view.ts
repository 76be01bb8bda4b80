import { html } from 'hono/html';
import {
  type FormPurpose,
  NOTICE_LABEL,
  NOTICE_PATH,
  noticeAtForm,
} from '#domain/notice/at-form.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Html } from './form-view.ts';

/** What stands above the button of a form that takes personal data: who has it, why, how long, who helps, and where all of it is said. */
export const formNotice = (
  settings: Pick<Settings, 'identity' | 'privacy' | 'retention'>,
  purpose: FormPurpose,
): Html =>
  html`<p class="hint form-notice">${noticeAtForm(settings, purpose).join(' ')} <a href="${NOTICE_PATH}">${NOTICE_LABEL}</a></p>`;
