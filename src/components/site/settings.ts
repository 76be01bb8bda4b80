import { readSettings } from '#content/settings.ts';

/** The settings of this build, read once from the project's root. */
export const settings = readSettings(process.cwd());
