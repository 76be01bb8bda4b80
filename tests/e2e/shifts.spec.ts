import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PORT } from './ports.ts';
import { shiftedSoFar, untilInOurFonts, watchShifts } from './shifts.ts';
import { listedAddresses } from './states/pages.ts';
import { everyNth, expect, test, WHOLE } from './support.ts';

const SITE = `http://localhost:${PORT}`;
/** A letter or two: less than anybody sees. */
const UNSEEN = 0.001;

/**
 * What a page may move in all when our fonts arrive: a third of what browsers call good (CLS,
 * 0.1). Where a line breaks otherwise in the font that stands in, what is below it moves by a line: the figures
 * depend on the words and on the fonts of the device, so the budget of 0.02 is Lighthouse’s to hold (npm run audit:site).
 */
const MOST_FOR_FONTS = 0.035;
const FOR_FONTS = [
  { width: 412, height: 823 },
  { width: 768, height: 1024 },
  { width: 1350, height: 940 },
] as const;

// Any worker takes any of these: each opens many pages.
test.describe.configure({ mode: 'parallel' });

for (const [at, { width, height }] of FOR_FONTS.entries()) {
  test(`a page hardly moves when our fonts arrive, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(240_000);
    await page.setViewportSize({ width, height });
    await watchShifts(page);
    const moved: string[] = [];
    // In an ordinary run the widths take turns, on one page in four.
    for (const address of everyNth(4 * FOR_FONTS.length, listedAddresses(), 4 * at)) {
      await page.goto(address);
      await untilInOurFonts(page);
      const shifted = await shiftedSoFar(page);
      if (shifted > MOST_FOR_FONTS) moved.push(`${address} ${shifted}`);
    }
    expect(moved).toEqual([]);
  });
}

test('what moves is noticed', async ({ page }) => {
  await watchShifts(page);
  await page.goto('/');
  await untilInOurFonts(page);
  const before = await shiftedSoFar(page);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '3rem';
  });
  expect(await shiftedSoFar(page)).toBeGreaterThan(before + MOST_FOR_FONTS);
});

/** How long something may move by itself beside what is read, unless it can be stopped (WCAG 2.2.2, level A). */
const LONGEST_MOTION_MS = 5000;

test('what moves by itself comes to rest within five seconds', async ({ page }) => {
  test.setTimeout(120_000);
  const ends: number[] = [];
  for (const address of ['/', ...everyNth(8, listedAddresses(), 3)]) {
    await page.goto(address);
    ends.push(
      ...(await page.evaluate(() =>
        document.getAnimations().map(({ effect }) => Number(effect?.getComputedTiming().endTime)),
      )),
    );
  }
  expect(ends.length).toBeGreaterThan(0);
  expect(ends.filter((end) => !(end <= LONGEST_MOTION_MS))).toEqual([]);
});

/** Where a slow page is cut: within the menu, and before what is beside its first words. */
function cutsOf(body: Buffer): number[] {
  const nav = body.indexOf('id="site-nav"');
  const beside = body.indexOf('<div class="side">');
  const places = [
    body.indexOf('</li>', body.indexOf('</li>', nav) + 1),
    beside < 0 ? body.indexOf('<svg class="circle"', body.indexOf('<h1')) : beside,
  ];
  return places.filter((place) => place >= 0).toSorted((one, other) => one - other);
}

/** A narrow window and a wide one. */
const WINDOWS = [
  [390, 844],
  [1440, 900],
] as const;

/** A site whose pages come in pieces, each sent when it is asked for, and whose fonts never come. */
interface SlowSite {
  readonly address: string;
  /** Sends the next piece of the page; false when that was all. */
  readonly sendMore: () => boolean;
  readonly server: Server;
}

async function openSlowSite(): Promise<SlowSite> {
  let pieces: Buffer[] = [];
  let send: (piece: Buffer, isLast: boolean) => void = () => undefined;
  const server = createServer(async ({ url = '/' }, outgoing) => {
    if (url.endsWith('.woff2')) return;
    const answer = await fetch(SITE + url);
    const type = answer.headers.get('content-type') ?? '';
    const body = Buffer.from(await answer.arrayBuffer());
    outgoing.writeHead(answer.status, { 'content-type': type });
    if (!type.startsWith('text/html')) {
      outgoing.end(body);
      return;
    }
    const ends = [...cutsOf(body), body.length];
    pieces = ends.map((end, index) => body.subarray(index === 0 ? 0 : ends[index - 1], end));
    send = (piece, isLast) => (isLast ? outgoing.end(piece) : outgoing.write(piece));
    send(pieces.shift() ?? body, pieces.length === 0);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const sendMore = () => {
    const piece = pieces.shift();
    if (piece) send(piece, pieces.length === 0);
    return piece !== undefined;
  };
  return {
    address: `http://localhost:${(server.address() as AddressInfo).port}`,
    sendMore,
    server,
  };
}

test('nothing that is drawn moves for what is still coming', async ({ page }) => {
  test.setTimeout(240_000);
  const slow = await openSlowSite();
  const moved: string[] = [];
  let pieces = 0;
  await watchShifts(page);
  for (const [at, [width, height]] of WINDOWS.entries()) {
    await page.setViewportSize({ width, height });
    // In an ordinary run the two windows take turns, on half of the pages that are passed over above.
    for (const address of everyNth(4 * WINDOWS.length, listedAddresses(), 4 * at + 1)) {
      await page.goto(slow.address + address, { waitUntil: 'commit' });
      await page.waitForFunction(() => document.body !== null);
      let shifted = await shiftedSoFar(page);
      while (slow.sendMore()) {
        pieces += 1;
        shifted = await shiftedSoFar(page);
      }
      await page.waitForFunction(() => document.readyState !== 'loading');
      shifted = await shiftedSoFar(page);
      if (shifted > UNSEEN) moved.push(`${address} at ${width}: ${shifted}`);
    }
  }
  slow.server.closeAllConnections();
  slow.server.close();
  expect(pieces).toBeGreaterThan((WHOLE ? WINDOWS.length : 0.25) * 19);
  expect(moved).toEqual([]);
});
