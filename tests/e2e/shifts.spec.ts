import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { PORT } from './ports.ts';
import { shiftedOnceDrawn, watchShifts } from './shifts.ts';
import { listedAddresses } from './states/pages.ts';
import { expect, test } from './support.ts';

const SITE = `http://localhost:${PORT}`;

for (const [width, height] of [
  [412, 823],
  [1350, 940],
] as const) {
  test(`nothing moves when our fonts arrive, ${width} pixels wide`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.setViewportSize({ width, height });
    await watchShifts(page);
    const moved: string[] = [];
    for (const address of listedAddresses()) {
      await page.goto(address);
      const { forFonts } = await shiftedOnceDrawn(page);
      if (forFonts > 0) moved.push(`${address} ${forFonts}`);
    }
    expect(moved).toEqual([]);
  });
}

test('what moves is noticed', async ({ page }) => {
  await watchShifts(page);
  await page.goto('/');
  await shiftedOnceDrawn(page);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '3rem';
  });
  const { inAll, forFonts } = await shiftedOnceDrawn(page);
  expect(inAll).toBeGreaterThan(0);
  expect(forFonts).toBeGreaterThan(0);
});

/** Where a slow page is cut in two: its first words have come, what stands beside them has not. */
function cutOf(body: Buffer): number {
  const beside = body.indexOf('<div class="side">');
  return beside < 0 ? body.indexOf('<svg class="circle"', body.indexOf('<h1')) : beside;
}
const STILL_COMING_MS = 250;
/** A letter or two: what a browser may move where a page happens to come in pieces. */
const UNSEEN = 0.001;

/** The site on a slow connection: each page comes in two parts, long enough apart for the first to be drawn. */
async function openSlowSite(): Promise<{ site: string; cut: Set<string>; server: Server }> {
  const cut = new Set<string>();
  const server = createServer(async ({ url = '/' }, outgoing) => {
    const answer = await fetch(SITE + url);
    const body = Buffer.from(await answer.arrayBuffer());
    outgoing.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
    const at = cutOf(body);
    if (at >= 0) {
      cut.add(url);
      outgoing.write(body.subarray(0, at));
      await setTimeout(STILL_COMING_MS);
    }
    outgoing.end(at >= 0 ? body.subarray(at) : body);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { site: `http://localhost:${(server.address() as AddressInfo).port}`, cut, server };
}

test('nothing that is drawn moves for what is still coming', async ({ page }) => {
  test.setTimeout(120_000);
  const { site, cut, server } = await openSlowSite();
  const moved: string[] = [];
  await watchShifts(page);
  for (const [width, height] of [
    [390, 844],
    [768, 1024],
    [1440, 900],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const address of listedAddresses()) {
      await page.goto(site + address);
      const { inAll } = await shiftedOnceDrawn(page);
      if (inAll > UNSEEN) moved.push(`${address} at ${width}: ${inAll}`);
    }
  }
  server.closeAllConnections();
  server.close();
  expect(cut.size).toBeGreaterThan(10);
  expect(moved).toEqual([]);
});
