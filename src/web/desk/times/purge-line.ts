import { LINE_TAG } from '#domain/hours/line-answer.ts';
import type { DeskContext } from '../with-staff.ts';

/** Makes the CDN forget when the line is open, once the answer has gone out; what fails is logged, and lasts a day at most. */
export function purgeLine({ var: { app }, env }: DeskContext): void {
  if (!app.purge) return;
  const purged = app
    .purge(LINE_TAG)
    .catch(() =>
      app.log('The CDN keeps the open hours it has until tomorrow: they were not purged.'),
    );
  env.context.waitUntil(purged);
}
