import { glob } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Config } from '@netlify/functions';
import type { FunctionContext } from '#web/http/open-app.ts';

const FOLDER = join(import.meta.dirname, '../functions');

type Handler = (request: Request, context: FunctionContext) => Promise<Response | undefined>;

/** A function as Netlify would deploy it: its name, the addresses it answers, or its schedule. */
export interface LocalFunction {
  name: string;
  handle: Handler;
  patterns: readonly URLPattern[];
  schedule: string | undefined;
}

const pathsOf = (config: Config) => ('path' in config && config.path ? [config.path].flat() : []);

/** Every function of the project. Those without a path answer at `/.netlify/functions/{name}`, as on Netlify. */
export async function loadFunctions(): Promise<LocalFunction[]> {
  const functions: LocalFunction[] = [];
  for await (const file of glob('*.ts', { cwd: FOLDER })) {
    const module = (await import(join(FOLDER, file))) as { default: Handler; config: Config };
    const name = basename(file, '.ts');
    const paths = pathsOf(module.config);
    const addresses = paths.length > 0 ? paths : [`/.netlify/functions/${name}`];
    functions.push({
      name,
      handle: module.default,
      patterns: addresses.map((pathname) => new URLPattern({ pathname })),
      schedule: 'schedule' in module.config ? module.config.schedule : undefined,
    });
  }
  return functions;
}

/** The function that answers an address, with what its pattern captured. */
export function matchFunction(functions: readonly LocalFunction[], url: string) {
  for (const candidate of functions) {
    for (const pattern of candidate.patterns) {
      const groups = pattern.exec(url)?.pathname.groups;
      if (groups) return { candidate, params: groups as Record<string, string> };
    }
  }
  return undefined;
}
