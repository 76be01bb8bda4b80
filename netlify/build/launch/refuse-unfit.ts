import { ContentError } from '#content/faults.ts';
import { contentBlockers } from '#domain/launch/content.ts';
import { standingInWords } from '#domain/launch/words.ts';
import type { Settings } from '#domain/settings/settings.ts';

/**
 * Ends a production build whose content lacks what the law asks a published site to show. `context` is
 * Netlify’s CONTEXT: previews and builds on a developer’s machine pass. Throws ContentError with the list.
 */
export function refuseUnfit(settings: Settings, context: string | undefined, today: number): void {
  if (context !== 'production') return;
  const missing = contentBlockers(settings, [], today).filter(({ stopsBuild }) => stopsBuild);
  if (missing.length === 0) return;
  throw new ContentError(
    `This site may not be published yet.\n\n${standingInWords(missing)}\n\nnpm run launch-check lists what else a launch waits for.`,
  );
}
