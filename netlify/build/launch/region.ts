import { join } from 'node:path';
import { resolveConfig } from '@netlify/config';
import type { LaunchBlocker } from '#domain/launch/launch-blocker.ts';

/** London, as Netlify calls it. */
const LONDON = 'lhr';

const ELSEWHERE: LaunchBlocker = {
  group: 'place',
  what: 'netlify.toml does not ask for functions in London.',
  fix: 'Write region = "lhr" below [functions] in netlify.toml.',
  why: 'Netlify runs functions in the United States unless it is told where.',
};

interface FunctionsConfig {
  functions?: Readonly<Record<string, { region?: string }>>;
}

/** Whether a deploy of the checkout at `root` asks for functions in London, by Netlify’s own reading of its configuration. */
export async function regionBlockers(root: string): Promise<LaunchBlocker[]> {
  const { config } = (await resolveConfig({
    config: join(root, 'netlify.toml'),
    cwd: root,
    offline: true,
    context: 'production',
  })) as { config: FunctionsConfig };
  return config.functions?.['*']?.region === LONDON ? [] : [ELSEWHERE];
}
