import { LinkChecker, LinkState } from 'linkinator';

/** Every link of the site at `origin` that leads nowhere, by the address of the page it stands on. */
export async function brokenLinks(origin: string): Promise<Map<string, string[]>> {
  const { links } = await new LinkChecker().check({
    path: `${origin}/`,
    recurse: true,
    concurrency: 4,
    checkFragments: true,
    // Other sites are not asked: an audit needs no network.
    linksToSkip: async (link) => !link.startsWith(`${origin}/`),
  });
  const broken = new Map<string, string[]>();
  for (const { state, url, parent = origin, status } of links) {
    if (state !== LinkState.BROKEN) continue;
    const page = new URL(parent).pathname;
    broken.set(page, [...(broken.get(page) ?? []), `${url} (${status})`]);
  }
  return broken;
}
