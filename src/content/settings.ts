import { globSync } from 'node:fs';
import { join } from 'node:path';
import { type Settings, SettingsSchema } from '#domain/settings/settings.ts';
import type { Fault } from './checks/fault.ts';
import { attempt, refuse } from './faults.ts';
import { nearest } from './nearest.ts';
import { readFields } from './read-yaml.ts';
import { fieldName, schemaFaults } from './schema-faults.ts';

const FOLDER = 'content/settings';

const SCHEMAS = Object.entries(SettingsSchema.shape);

const NAMES = SCHEMAS.map(([name]) => name);

const fileOf = (name: string) => `${FOLDER}/${name}.yaml`;

/** The settings, when every file of them is right; and everything to fix in them. */
export interface SettingsRead {
  readonly settings?: Settings;
  readonly faults: readonly Fault[];
}

/** Files among the settings that nothing reads. */
const strays = (root: string): Fault[] =>
  globSync('*', { cwd: join(root, FOLDER) })
    .filter((entry) => !NAMES.some((name) => entry === `${name}.yaml`))
    .map((entry) => {
      const meant = nearest(entry.replace(/\.[^.]*$/, ''), NAMES);
      return {
        where: `${FOLDER}/${entry}`,
        wrong: 'Nothing reads this file.',
        instead: meant === undefined ? 'Take it out.' : `Name it ${meant}.yaml, or take it out.`,
      };
    });

/** The settings in `content/settings` below `root`, and each mistake in any of their files or between them. */
export function settingsIn(root: string): SettingsRead {
  const files = SCHEMAS.map(([name, schema]) => {
    const { value: fields, faults } = attempt(() => readFields(root, fileOf(name)));
    // A file in which every line is still a comment says nothing, which some may.
    const data = fields?.value ?? {};
    const found = fields ? schemaFaults(fields, schema, data) : faults;
    return { name, data, found, lineOf: fields?.lineOf };
  });
  const faults = [...files.flatMap(({ found }) => found), ...strays(root)];
  if (faults.length > 0) return { faults };
  const data = Object.fromEntries(files.map((file) => [file.name, file.data]));
  const between = SettingsSchema.safeParse(data);
  if (between.success) return { settings: between.data, faults: [] };
  return {
    faults: between.error.issues.map(({ path: [name, ...path], message }) => ({
      where: fileOf(String(name)),
      line: files.find((file) => file.name === name)?.lineOf?.(path),
      field: path,
      wrong: `${fieldName(path)} does not fit another setting.`,
      instead: message,
    })),
  };
}

/** The settings in `content/settings` below `root`. Throws ContentError with everything to fix. */
export function readSettings(root: string): Settings {
  const { settings, faults } = settingsIn(root);
  refuse(faults);
  return settings ?? SettingsSchema.parse(undefined);
}
