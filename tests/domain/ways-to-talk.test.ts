import { expect, test } from 'vitest';
import { waysToTalk } from '#domain/booking/ways-to-talk.ts';
import { waysToTalkView } from '#web/views/ways-to-talk-view.ts';
import { makeHours } from '../support/line.ts';
import { TEST_SETTINGS } from '../support/test-settings.ts';

const line = { hours: makeHours({ friday: 'closed' }) };

test('three ways to talk are said with the hours and the length of a call that the settings have', () => {
  expect(waysToTalk(line, { minutes: 45 })).toEqual([
    {
      way: 'ring',
      name: 'Ring us now',
      says: 'Monday to Thursday, 9am to 6pm. No appointment needed.',
    },
    {
      way: 'callback',
      name: 'Ask us to ring you',
      says: 'A short call when it suits you. We will ring you at the time you choose, or up to 45 minutes after it.',
    },
    {
      way: 'discovery-call',
      name: 'Book a discovery call',
      says: 'A first conversation about your organisation, at a time you choose. A discovery call is 45 minutes long. We email you an invitation for your calendar.',
    },
  ]);
});

test('each that is booked leads to its page, and a page leaves itself out', async () => {
  const everywhere = String(
    await waysToTalkView(TEST_SETTINGS, { callback: '/a/callback/', 'discovery-call': '/a/call/' }),
  );
  expect([...everywhere.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
    expect.stringMatching(/^tel:/),
    '/a/callback/',
    '/a/call/',
  ]);
  expect(everywhere).toContain('data-line-status hidden');
  const onItsOwn = String(
    await waysToTalkView(TEST_SETTINGS, { callback: undefined, 'discovery-call': '/a/call/' }),
  );
  expect(onItsOwn).not.toContain('Ask us to ring you');
});
