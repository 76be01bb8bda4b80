import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What the host reads of a deploy’s functions (`manifest.json`, beside their zips). */
const ManifestSchema = z.object({
  functions: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      region: z.string().optional(),
      schedule: z.string().optional(),
      routes: z
        .array(
          z.object({
            pattern: z.string(),
            expression: z.string().optional(),
            literal: z.string().optional(),
          }),
        )
        .default([]),
    }),
  ),
});

export type DeployedFunction = z.output<typeof ManifestSchema>['functions'][number];

/** The functions in `folder` that would be deployed. */
export const readManifest = (folder: string): DeployedFunction[] =>
  ManifestSchema.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))).functions;

/** The function, and the pattern of it, that the host asks at an address. */
export function routeOf(
  functions: readonly DeployedFunction[],
  path: string,
): { name: string; pattern: string } | undefined {
  for (const { name, routes } of functions) {
    const found = routes.find(({ expression, literal }) =>
      expression === undefined ? literal === path : new RegExp(expression).test(path),
    );
    if (found) return { name, pattern: found.pattern };
  }
  return undefined;
}
