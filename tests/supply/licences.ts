/** One package of the lockfile, at the version that is installed, under a licence as its maintainers write it. */
export interface Locked {
  name: string;
  version: string;
  licence: string;
}

/**
 * Licences under which we use packages: none asks us to publish our own code. What is under a lesser licence (LGPL, MPL)
 * is used as it is, and drawn with or built with, not changed.
 */
const ALLOWED: readonly string[] = [
  ...['0BSD', 'Apache 2', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause'],
  ...['CC-BY-3.0', 'CC0-1.0', 'ISC', 'LGPL-3.0', 'LGPL-3.0-or-later', 'MIT', 'MIT-0', 'MPL-2.0'],
  ...['OFL-1.1', 'PSF-2.0', 'Python-2.0', 'Unlicense', 'Zlib'],
];

/** Packages that do not say their licence where a lockfile has it, each with what stands in its own files. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = { callsite: 'MIT' };

/** Whether a licence, or one of several to choose from, or each of several that hold together, is allowed. */
export function isAllowed(licence: string): boolean {
  const bare = licence.replace(/^\(|\)$/g, '');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => ALLOWED.includes(one));
}

interface Lockfile {
  packages: Record<string, { version?: string; license?: string; name?: string; link?: boolean }>;
}

/** Every package of a lockfile, by name and version, each once. */
export function licencesOf(lockfile: string): Locked[] {
  const { packages } = JSON.parse(lockfile) as Lockfile;
  const all = Object.entries(packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license, name }]) => {
      const known = name ?? path.split('node_modules/').at(-1) ?? path;
      return { name: known, version, licence: license ?? SAID_ELSEWHERE[known] ?? 'no licence' };
    });
  const once = new Map(all.map((one) => [`${one.name}@${one.version}`, one]));
  return [...once.values()].sort((one, other) => one.name.localeCompare(other.name, 'en'));
}
