import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { type Settings, SettingsSchema } from '#domain/settings/settings.ts';

/** A mistake in `content/settings`, said so that whoever edited the file can mend it. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const FOLDER = 'content/settings';

const fileOf = (name: string) => `${FOLDER}/${name}.yaml`;

function readFile(root: string, name: string): unknown {
  const file = fileOf(name);
  try {
    return parse(readFileSync(join(root, file), 'utf8'));
  } catch (error) {
    if (error instanceof YAMLParseError) {
      throw new SettingsError(`${file}: this is not readable as YAML. ${error.message}`);
    }
    throw new SettingsError(
      `${file} is missing. Put the file back; the site cannot be built without it.`,
    );
  }
}

const received = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/**
 * The settings in `content/settings` below `root`, checked.
 * Throws SettingsError naming each file, field, what was received and what was expected.
 */
export function readSettings(root: string): Settings {
  const data = Object.fromEntries(
    Object.keys(SettingsSchema.shape).map((name) => [name, readFile(root, name)]),
  );
  const checked = SettingsSchema.safeParse(data);
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map(({ path, message }) => {
    const [name, ...field] = path;
    return `${fileOf(String(name))}: ${field.join(' → ') || 'the file'}: ${message} Received ${received(valueAt(data, path))}.`;
  });
  throw new SettingsError(faults.join('\n'));
}
