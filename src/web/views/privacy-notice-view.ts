import { html } from 'hono/html';
import {
  type FormPurpose,
  PRIVACY_NOTICE_LABEL,
  PRIVACY_NOTICE_PATH,
  privacyNoticeAtForm,
} from '#domain/privacy-notice/at-form.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Html } from './form-view.ts';

/** What stands above the button of a form that takes personal data: who has it, why, how long, who helps, and where all of it is said. */
export const privacyNoticeView = (
  settings: Pick<Settings, 'identity' | 'privacy' | 'retention'>,
  purpose: FormPurpose,
): Html =>
  html`<p class="hint form-notice">${privacyNoticeAtForm(settings, purpose).join(' ')} <a href="${PRIVACY_NOTICE_PATH}">${PRIVACY_NOTICE_LABEL}</a></p>`;
