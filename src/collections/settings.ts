import type * as z from 'zod';
import { type Settings, SettingsSchema } from '#domain/settings/settings.ts';
import { ContentError, faultsOf } from './faults.ts';
import { readYaml } from './read-yaml.ts';

const FOLDER = 'content/settings';

const SCHEMAS = Object.entries(SettingsSchema.shape);

const fileOf = (name: string) => `${FOLDER}/${name}.yaml`;

type Files = Readonly<Record<string, unknown>>;

/** A mistake that lies between two files, said of the field to mend in one of them. */
function betweenFiles(data: Files, { path: [file, field], message }: z.core.$ZodIssue): string {
  const received = (data[String(file)] as Files)[String(field)];
  return `${fileOf(String(file))}: ${String(field)}: received ${JSON.stringify(received)}. ${message}`;
}

/**
 * The settings in `content/settings` below `root`, checked. Throws ContentError with a line for each
 * mistake, naming the file, the field, what was received and what was expected.
 */
export function readSettings(root: string): Settings {
  // A file in which every line is still a comment says nothing, which some may.
  const data = SCHEMAS.map(([name]) => [name, readYaml(root, fileOf(name)) ?? {}] as const);
  const faults = SCHEMAS.flatMap(([name, schema], index) =>
    faultsOf(fileOf(name), schema, data[index]?.[1]),
  );
  if (faults.length > 0) throw new ContentError(faults.join('\n'));
  const files = Object.fromEntries(data);
  const together = SettingsSchema.safeParse(files);
  if (together.success) return together.data;
  const between = together.error.issues.map((issue) => betweenFiles(files, issue));
  throw new ContentError(between.join('\n'));
}
