import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import { readPage, textIn } from '../support/read-page.ts';

testApp();

/** What Chromium, Firefox and Safari send when an address is opened or loaded again. */
const BROWSERS = [
  'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
];

const opened = (path: string, accept?: string) =>
  call(
    publicApp,
    new Request(SITE_URL + path, accept === undefined ? {} : { headers: { accept } }),
  );

describe.each([
  ['/api/enquiries', '/enquire/', 'Go to the enquiry form'],
  ['/api/complaints', '/complaint/', 'Go to the complaint form'],
  ['/api/callbacks', '/callback/', 'Choose a time for us to ring you'],
  ['/api/discovery-calls', '/discovery-call/', 'Book a discovery call'],
])('%s, opened instead of posted to', (path, form, label) => {
  test.each(BROWSERS)(
    'is a page of the site to a browser, with a link to the form',
    async (accept) => {
      for (const address of [path, `${path}/`]) {
        const page = await readPage(await opened(address, accept));
        expect([page.status, page.headers.get('allow')]).toEqual([405, 'POST']);
        expect(page.headers.get('content-type')).toContain('text/html');
        expect(textIn(page, '.lede')).toBe(
          'This address only takes what our form sends, so there is nothing to see here.',
        );
        expect(textIn(page, `main a[href="${form}"]`)).toBe(label);
      }
    },
  );

  test.each([undefined, '*/*', 'application/json', 'application/json, text/html;q=0.5'])(
    'is problem details to a program (%s)',
    async (accept) => {
      const response = await opened(path, accept);
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
      expect(response.headers.get('content-type')).toBe('application/problem+json');
      expect(await response.json()).toMatchObject({ detail: 'This address accepts POST.' });
    },
  );
});
