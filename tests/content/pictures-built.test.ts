import { execFile } from 'node:child_process';
import { randomFillSync } from 'node:crypto';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { load } from 'cheerio';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CopiedSite, copySite } from '../support/copied-site.ts';
import { SMALL_SITE } from '../support/test-settings.ts';

// A photograph as it comes from a camera, put where staff put it, on a page, on a page in a folder and on a printable:
// what is published of it.

/** As the camera holds it; its notes say to turn it, so that on a screen it is upright. */
const CAMERA = { width: 4800, height: 3600 };

const PAGES = {
  'managers.mdx': ['../pictures/room.jpg', 'managers/index.html'],
  'make-the-case/index.mdx': ['../../pictures/room.jpg', 'make-the-case/index.html'],
  'make-the-case/room-and-rota.mdx': [
    '../../pictures/room.jpg',
    'make-the-case/room-and-rota/index.html',
  ],
} as const;

let site: CopiedSite;

async function takePhotograph(file: string): Promise<void> {
  const { width, height } = CAMERA;
  const grain = randomFillSync(Buffer.alloc(width * height * 3)).map((value) => 112 + (value >> 3));
  await sharp(grain, { raw: { width, height, channels: 3 } })
    .withExif({ IFD0: { Model: 'A camera' }, IFD3: { GPSLatitudeRef: 'N' } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 98 })
    .toFile(file);
}

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0H60V40z"/></svg>';

/** A small picture and a drawing. */
async function makeSmall(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'drawing.svg'), DRAWING);
  await sharp({ create: { width: 300, height: 200, channels: 3, background: 'white' } })
    .png()
    .toFile(join(folder, 'small.png'));
}

const WORDS_ONLY = 'plan.mdx';

beforeAll(async () => {
  site = copySite();
  const content = join(site.root, 'content');
  rmSync(join(content, 'pages'), { recursive: true });
  cpSync(join(SMALL_SITE, 'content/pages'), join(content, 'pages'), { recursive: true });
  mkdirSync(join(content, 'pictures'), { recursive: true });
  await takePhotograph(join(content, 'pictures/room.jpg'));
  await makeSmall(join(site.root, 'public'));
  await makeSmall(join(content, 'pictures'));
  for (const [page, [way]] of Object.entries(PAGES)) {
    appendFileSync(join(content, 'pages', page), `\n![Chairs in a ring](${way})\n`);
  }
  appendFileSync(
    join(content, 'pages', WORDS_ONLY),
    `\n![As it is](/small.png)\n\n![Small](../pictures/small.png)\n
![Drawn as it is](/drawing.svg)\n\n![Drawn](../pictures/drawing.svg)\n`,
  );
  // What Astro keeps from build to build is this site’s own.
  const script = `import { build } from 'astro'; await build({ cacheDir: './.kept', logLevel: 'warn' });`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    cwd: site.root,
  });
}, 240_000);
afterAll(() => site.remove());

const built = (name: string) => join(site.root, 'dist', name);

/** The pictures among the words of a published page. */
const picturesOn = (page: string) => {
  const $ = load(readFileSync(built(page), 'utf8'));
  return $('main img')
    .toArray()
    .map((picture) => $(picture).attr());
};

/** The files a browser may choose from, with the width each is said to have. */
const choices = (srcset = '') =>
  srcset.split(', ').map((choice) => {
    const [address = '', width = ''] = choice.split(' ');
    return { file: built(address), width: Number(width.replace('w', '')) };
  });

test('the photograph is one as cameras make them: large, on its side, with notes of where it was taken', async () => {
  const file = join(site.root, 'content/pictures/room.jpg');
  expect(statSync(file).size).toBeGreaterThan(10_000_000);
  const { orientation, exif } = await sharp(file).metadata();
  expect(orientation).toBe(6);
  expect(exif?.includes('A camera')).toBe(true);
});

test.each(Object.values(PAGES))(
  '%s, on %s: sizes for every screen, upright, its room kept free, its words there',
  async (_, page) => {
    const [picture, ...more] = picturesOn(page);
    expect(more).toEqual([]);
    expect(picture).toMatchObject({
      alt: 'Chairs in a ring',
      sizes: '(min-width: 45rem) 41rem, 100vw',
      width: '1312',
      height: '1749',
      loading: 'lazy',
    });
    const offered = choices(picture?.['srcset']);
    expect(offered.map(({ width }) => width)).toEqual([480, 720, 960, 1312]);
    expect(offered.map(({ file }) => file)).toContain(built(picture?.['src'] ?? ''));
    for (const { file, width } of offered) {
      const made = await sharp(file).metadata();
      expect([made.format, made.width, Math.round(made.height / (width / 3))]).toEqual([
        'webp',
        width,
        4,
      ]);
      expect(made.exif).toBeUndefined();
      expect(statSync(file).size).toBeLessThan(400_000);
    }
  },
);

test('no larger copy of it is published, and no other', () => {
  const published = readdirSync(built('_astro')).filter((name) => name.startsWith('room.'));
  expect(published).toHaveLength(4);
  expect(published.every((name) => name.endsWith('.webp'))).toBe(true);
});

test('a small one is not made larger, and one that is served as it is has its room too', () => {
  const [asItIs, small, drawnAsItIs, drawn] = picturesOn('plan/index.html');
  expect(asItIs).toMatchObject({ src: '/small.png', width: '300', height: '200', alt: 'As it is' });
  expect(small).toMatchObject({ width: '300', height: '200', alt: 'Small' });
  expect(choices(small?.['srcset']).map(({ width }) => width)).toEqual([300]);
  expect(drawnAsItIs).toMatchObject({ src: '/drawing.svg', width: '60', height: '40' });
  expect(drawn).toMatchObject({ width: '60', height: '40', alt: 'Drawn' });
  expect(readFileSync(built(drawn?.['src'] ?? ''), 'utf8')).toBe(DRAWING);
});
