import { type Settings, SettingsSchema } from '#domain/settings/settings.ts';
import { ContentError, faultsOf } from './faults.ts';
import { readYaml } from './read-yaml.ts';

const FOLDER = 'content/settings';

const SCHEMAS = Object.entries(SettingsSchema.shape);

const fileOf = (name: string) => `${FOLDER}/${name}.yaml`;

/**
 * The settings in `content/settings` below `root`, checked. Throws ContentError with a line for each
 * mistake, naming the file, the field, what was received and what was expected.
 */
export function readSettings(root: string): Settings {
  const data = SCHEMAS.map(([name]) => [name, readYaml(root, fileOf(name))] as const);
  const faults = SCHEMAS.flatMap(([name, schema], index) =>
    faultsOf(fileOf(name), schema, data[index]?.[1]),
  );
  if (faults.length > 0) throw new ContentError(faults.join('\n'));
  return SettingsSchema.parse(Object.fromEntries(data));
}
