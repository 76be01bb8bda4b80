import { createRequire, registerHooks } from 'node:module';

const EDITOR = '@keystatic/core';

/**
 * The forms of the editor as a browser has them. In Node the editor’s package leaves out how it reads
 * and writes pages, unless it is asked for as a browser asks.
 */
export function loadReading(): typeof import('./reading.ts').reading {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier.startsWith(EDITOR)
        ? next(specifier, {
            ...context,
            conditions: context.conditions.filter((condition) => condition !== 'node'),
          })
        : next(specifier, context),
  });
  try {
    const load = createRequire(import.meta.url);
    return (load('./reading.ts') as typeof import('./reading.ts')).reading;
  } finally {
    hooks.deregister();
  }
}
