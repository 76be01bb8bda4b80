import type { Site } from '../lib/site.ts';

/** Written by the build (`netlify/build/build.ts`) beside this file, and not kept in the repository. */
export declare const site: Site;
