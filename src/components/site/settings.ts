import { readSettings } from '#collections/settings.ts';

/** The settings of this build, read once from the project's root. */
export const settings = readSettings(process.cwd());
