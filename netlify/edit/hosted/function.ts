import type { Config } from '@netlify/functions';
import { type Built, hostedEditor } from './hosted-editor.ts';
import { readEditSettings } from './settings.ts';

/** Put here by the build (netlify/build/hosted-editor.ts). */
declare const BUILT: Built;

/** The editor on the live site. It is bundled only where its settings are. */
export default hostedEditor(readEditSettings(process.env), BUILT);

// Netlify reads this without running it, so it is written out.
export const config: Config = {
  rateLimit: { windowSize: 60, windowLimit: 120, aggregateBy: ['ip', 'domain'] },
  path: ['/edit', '/edit/', '/keystatic', '/keystatic/*', '/api/keystatic/*'],
};
