import { expect, test } from './support.ts';

test('nothing that a private page asks for, fonts included, says where it was asked from @whole', async ({
  page,
  request,
}) => {
  const sent = await request.post('/api/enquiries', {
    data: {
      ...{ organisation: 'Example Council', name: 'A. Person', email: 'referer@example.org' },
      interests: ['groups'],
    },
  });
  const { link } = (await sent.json()) as { link: string };
  const key = new URL(link).pathname.split('/')[2] ?? '';
  const asked: { path: string; type: string; referer: string }[] = [];
  page.on('request', async (each) => {
    const headers = await each.allHeaders().catch(() => ({}) as Record<string, string>);
    const path = new URL(each.url()).pathname;
    asked.push({ path, type: each.resourceType(), referer: headers['referer'] ?? '' });
  });
  await page.goto(link, { waitUntil: 'networkidle' });
  await page
    .getByRole('link', { name: /discovery call/i })
    .first()
    .click();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => document.fonts.ready);
  await page.goto('/', { waitUntil: 'networkidle' });
  expect(key).toHaveLength(43);
  expect(asked.some(({ type }) => type === 'font')).toBe(true);
  for (const { path, referer } of asked) expect(referer, path).not.toContain(key);
});
