import type { Site } from '#services/site.ts';

/** Written by the build (`netlify/build/build.ts`) beside this file, and not kept in the repository. */
export declare const site: Site;
