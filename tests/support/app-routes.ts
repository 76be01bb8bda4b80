import type { Hono } from 'hono';
import type { WebEnv } from '#web/http/web-app.ts';

/** One address of an app as its routes declare it, and the methods it takes. */
export interface AppRoute {
  pattern: string;
  methods: readonly string[];
}

/** Every address that an app answers; what stands before all of them is no address. */
export function routesOf({ routes }: Hono<WebEnv>): AppRoute[] {
  const declared = routes.filter(({ method }) => method !== 'ALL');
  return [...Map.groupBy(declared, ({ path }) => path)].map(([pattern, all]) => ({
    pattern,
    methods: [...new Set(all.map(({ method }) => method))],
  }));
}

/** What a place in an address may hold beside what a test puts there. */
const SHAPES: Readonly<Record<string, (value: string) => string>> = {
  stray: () => ').',
  file: (value) => `${value}.ics`,
};

/** An address of a pattern, with the value a test gives each of its places. */
export const addressOf = (pattern: string, fill: (name: string) => string): string =>
  pattern.replaceAll(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string) => {
    const value = fill(name);
    return SHAPES[name]?.(value) ?? value;
  });
