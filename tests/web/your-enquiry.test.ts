import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, testApp } from '../support/app.ts';
import { openCase } from '../support/opened-case.ts';
import { get, postForm } from '../support/requests.ts';

testApp();

describe('the page behind the link', () => {
  test('shows what was sent and what happened, to whoever has the key and nobody else', async () => {
    const { reference, path } = await openCase({ message: 'Two\nlines & <b>bold</b>' });
    const response = await call(publicApp, get(path));
    expect(response.status).toBe(200);
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    const page = await response.text();
    expect(page).toContain(reference);
    expect(page).toContain('Two<br>lines &amp; &lt;b&gt;bold&lt;/b&gt;');
    expect(page).toContain('Tuesday 24 November, 10am');
    expect(page).toContain('We sent you the acknowledgement by email.');
    expect(page).toContain(`href="${path}correct/"`);
    expect(page).toContain(`href="${path}withdraw/"`);
  });

  test.each(['x', 'A'.repeat(43), '../../etc/passwd', '%00', ''])(
    '"%s" opens nothing',
    async (key) => {
      await openCase();
      for (const page of ['', 'correct/', 'withdraw/']) {
        const path = `/your-enquiry/${encodeURIComponent(key)}/${page}`;
        const response = await call(publicApp, get(path));
        expect(response.status).toBe(404);
        expect(await response.text()).toContain('07800 970 049');
      }
    },
  );

  test('a HEAD is answered as a GET, without the page', async () => {
    const { path } = await openCase();
    const head = await call(
      publicApp,
      new Request(`http://localhost:8888${path}`, { method: 'HEAD' }),
    );
    expect([head.status, await head.text()]).toEqual([200, '']);
  });
});

test.each([
  ['', null],
  ['?people=46', null],
])(
  'the form for an enquiry at "/enquire/%s" is kept from search engines: %s',
  async (query, robots) => {
    const { headers } = await call(publicApp, get(`/enquire/${query}`));
    expect(headers.get('x-robots-tag')).toBe(robots);
    expect(headers.get('referrer-policy') === 'no-referrer').toBe(robots !== null);
    expect(headers.has('cross-origin-opener-policy')).toBe(robots !== null);
  },
);

describe('the enquiry form', () => {
  test('takes a plan’s numbers from the address and nothing that does not fit', async () => {
    const page = await (
      await call(publicApp, get('/enquire/?people=1,200&rhythm=monthly&sessions=99&name=Mallory'))
    ).text();
    expect(page).toMatch(/<input id="people"[^>]*value="1200"/);
    expect(page).toMatch(/value="monthly" checked/);
    expect(page).not.toContain('99');
    expect(page).not.toContain('Mallory');
  });

  test('is not posted to', async () => {
    expect((await call(publicApp, postForm('/enquire/', {}))).status).toBe(405);
  });
});
