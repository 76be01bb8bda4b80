import { html } from 'hono/html';
import { type WayToTalk, waysToTalk } from '#domain/booking/ways-to-talk.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { CallKind } from '#domain/slots/slot.ts';
import type { Html } from './form-view.ts';
import { phoneLink } from './message-page-view.ts';

/** Where each kind of call is booked from here; one without a page is left out, as on that very page. */
export type CallPaths = Readonly<Record<CallKind, string | undefined>>;

/**
 * Whether the line is open now, and the days ahead on which it is closed, are said by `scripts/line-status.ts`; the hours
 * are there without it.
 */
const ringing = (line: Settings['line'], says: string): Html =>
  html`${phoneLink(line.phone)}, ${says}<span class="line-status" data-line-status hidden></span><div data-line-ahead></div>`;

function wayView({ way, name, says }: WayToTalk, line: Settings['line'], paths: CallPaths): Html {
  if (way === 'ring') return html`<div><dt>${name}</dt><dd>${ringing(line, says)}</dd></div>`;
  const path = paths[way];
  if (path === undefined) return html``;
  return html`<div><dt><a href="${path}">${name}</a></dt><dd>${says}</dd></div>`;
}

/** Three ways to talk to us, each in a sentence or two, with the way to those that are booked. */
export const waysToTalkView = (
  { line, calls }: Pick<Settings, 'line' | 'calls'>,
  paths: CallPaths,
): Html =>
  html`<dl class="facts ways-to-talk">${waysToTalk(line, calls).map((way) =>
    wayView(way, line, paths),
  )}</dl>`;
