import { describe, expect, test } from 'vitest';
import { publicApp } from '#web/public-app.ts';
import { call, SITE_URL, testApp } from '../support/app.ts';
import {
  bookCallback,
  bookDiscoveryCall,
  booked,
  cancelCall,
  keyIn,
  moveTo,
} from '../support/bookings.ts';
import { list, showCase, statesIn } from '../support/case-pages.ts';
import { inQuarantine } from '../support/in-quarantine.ts';
import { makeCallback, makeDiscoveryCall } from '../support/make-call.ts';
import { makeEnquiry } from '../support/make-enquiry.ts';
import { readPage, textIn } from '../support/read-page.ts';
import { get, postJson } from '../support/requests.ts';

const t = testApp();

async function openEnquiry() {
  const response = await call(publicApp, postJson('/api/enquiries', makeEnquiry()));
  return keyIn(((await response.json()) as { link: string }).link);
}

describe('a case that a call opened', () => {
  test('says when, what happens, how to change it and what was told', async () => {
    const { link, reference, booking } = await booked(
      await bookDiscoveryCall(makeDiscoveryCall({ topic: 'Groups for <carers>' })),
    );
    const page = await showCase(keyIn(link));
    expect(textIn(page, 'h1')).toBe('Your discovery call');
    expect(statesIn(page)).toEqual(['call-booked', 'call-booked']);
    expect(textIn(page, '.lede')).toBe(
      'Thank you. Your discovery call is booked for Thursday 26 November, 2:30pm to 3pm, UK time.',
    );
    expect(textIn(page, '.reference')).toBe(reference);
    expect(textIn(page, '.call')).toContain(
      'We will ring you on 01632 960 001, at 2:30pm (UK time). The call is 30 minutes long.',
    );
    const path = `/your-enquiry/${keyIn(link)}/bookings/${booking}/`;
    expect(
      page
        .$('.call .onward a')
        .toArray()
        .map((one) => page.$(one).attr('href')),
    ).toEqual([`${path}reschedule/`, `${path}correct/`, `${path}cancel/`]);
    expect(list(page, '.answers > div')).toEqual([
      'Your nameA. Person',
      'The number we ring01632 960 001',
      'Emailperson@example.org',
      'OrganisationExample County Council',
      'What you would like to talk aboutGroups for <carers>',
    ]);
    expect(list(page, '.timeline li')).toEqual([
      'Tuesday 24 November, 10am You asked for a discovery call on Thursday 26 November, 2:30pm to 3pm, UK time.',
      'Tuesday 24 November, 10am We sent you the confirmation of your call by email.',
    ]);
    expect(page.markup).not.toContain('Correct what you sent');
    expect(page.headers.get('x-robots-tag')).toBe('noindex');
  });

  test('offers calendars: no key reaches Google or Microsoft, and the invitation is ours', async () => {
    const { link, booking } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
    const page = await showCase(keyIn(link));
    const links = page
      .$('.call details a')
      .toArray()
      .map((one) => page.$(one).attr('href') ?? '');
    expect(links.map((href) => new URL(href).host)).toEqual([
      'calendar.google.com',
      'outlook.live.com',
      'outlook.office.com',
      'localhost:8888',
    ]);
    for (const href of links.slice(0, 3)) {
      expect(decodeURIComponent(href)).not.toContain(booking);
      expect(decodeURIComponent(href)).not.toContain(keyIn(link));
    }
    expect(links[3]).toBe(`${SITE_URL}/api/bookings/${booking}/invite.ics`);
    expect(textIn(page, '.call details')).toContain(
      'Google Calendar shows an invitation from a new sender once you have answered it.',
    );
  });

  test('by somebody who gave no email address promises no email', async () => {
    const { link } = await booked(await bookCallback(makeCallback()));
    const page = await showCase(keyIn(link));
    expect(textIn(page, 'h1')).toBe('Your callback');
    expect(textIn(page, '.call')).toContain(
      'We will ring you on 01632 960 001, between 11am and 11:30am (UK time).',
    );
    expect(textIn(page, '.call details')).toContain('so we could not send you an invitation');
    expect(textIn(page, 'main')).toContain(
      'with your name or reference to move, correct or cancel anything.',
    );
    expect(list(page, '.timeline li')).toHaveLength(1);
  });

  test('in quarantine is said to be not booked, and nothing about it is promised', async () => {
    const trapped = makeCallback({ 'leave-empty': 'http://example.org' });
    const { link } = await inQuarantine(t, await bookCallback(trapped));
    const page = await showCase(keyIn(link));
    expect(new Set(statesIn(page))).toEqual(new Set(['call-held']));
    expect(textIn(page, 'main')).not.toMatch(/is booked for|We ring you|quarantine/i);
  });
});

describe('a case that an enquiry opened', () => {
  test('offers calls that join it, and shows them with the enquiry', async () => {
    const key = await openEnquiry();
    const before = await showCase(key);
    expect(textIn(before, 'h1')).toBe('Your enquiry');
    expect(
      before
        .$('.ways-to-talk dt a')
        .toArray()
        .map((one) => before.$(one).attr('href')),
    ).toEqual([`/your-enquiry/${key}/callback/`, `/your-enquiry/${key}/discovery-call/`]);
    await booked(await bookCallback(makeCallback({ case: key })));
    const page = await showCase(key);
    expect(textIn(page, 'h1')).toBe('Your enquiry');
    expect(textIn(page, '.lede')).toContain('Your callback is booked for Wednesday 25 November');
    expect(list(page, 'h2')).toEqual([
      'What happens next',
      'What you sent',
      'What has happened',
      'Other ways to talk to us',
      'If you change your mind',
    ]);
    expect(textIn(page, '.answers')).toContain('What you are interested in');
    expect(page.$(`a[href="/your-enquiry/${key}/correct/"]`)).toHaveLength(1);
  });

  test('lists calls that have passed or were cancelled, and a call under way cannot be changed', async () => {
    const key = await openEnquiry();
    await booked(await bookCallback(makeCallback({ case: key })));
    const noon = makeCallback({ case: key, start: '2026-11-25T12:00:00+00:00' });
    const { booking } = await booked(await bookCallback(noon));
    await cancelCall(booking);
    t.setNow('2026-11-25T11:15:00Z');
    const during = await showCase(key);
    expect(statesIn(during)).toEqual(['call-under-way', 'call-under-way', 'call-cancelled']);
    expect(textIn(during, '.call')).toContain('between 11am and 11:30am');
    expect(during.$('.call a')).toHaveLength(0);
    expect(during.$('main').text()).not.toContain('Choose a time for another call');
    t.setNow('2026-11-25T11:30:00Z');
    const after = await showCase(key);
    expect(after.$('.call')).toHaveLength(0);
    expect(list(after, 'h2').slice(0, 2)).toEqual(['What happens next', 'Earlier calls']);
    expect(list(after, 'h2').slice(-2)).toEqual([
      'If you would like to talk',
      'If you change your mind',
    ]);
    expect(list(after, 'h2:contains("What happens next") ~ .onward a')).toEqual([
      'Choose a time for another call',
    ]);
    expect(after.$('.onward a').attr('href')).toBe(`/your-enquiry/${key}/callback/`);
    expect(textIn(after, 'main').indexOf('Choose a time')).toBeLessThan(
      textIn(after, 'main').indexOf('Earlier calls'),
    );
    expect(list(after, 'h2:contains("Earlier calls") + ul li')).toEqual([
      'The time of your callback has passed: Wednesday 25 November, 11am to 11:30am, UK time.',
      'Your callback on Wednesday 25 November, midday to 12:30pm, UK time, is cancelled.',
    ]);
    // The call that ended last says most: it was cancelled before the other one’s time passed.
    expect(statesIn(after)).toEqual(['call-past', 'enquiry-saved', 'call-past', 'call-cancelled']);
  });
});

test('withdrawing says that calls are cancelled', async () => {
  const { link } = await booked(await bookDiscoveryCall(makeDiscoveryCall()));
  const key = keyIn(link);
  const page = await readPage(await call(publicApp, get(`/your-enquiry/${key}/withdraw/`)));
  expect(textIn(page, 'main')).toContain(
    'Any call still to come is cancelled, and everyone invited to it is notified.',
  );
});

test('a call moved over a clock change is told in UK time, before and after', async () => {
  t.setNow('2027-03-22T10:00:00Z');
  const start = '2027-03-30T11:00:00+01:00';
  const answer = await booked(
    await bookDiscoveryCall(makeDiscoveryCall({ start: '2027-03-25T11:00:00+00:00' })),
  );
  await moveTo(answer.booking, start);
  const page = await showCase(keyIn(answer.link));
  expect(textIn(page, '.lede')).toContain('Tuesday 30 March, 11am to 11:30am, UK time');
  expect(page.$('.lede time').attr('datetime')).toBe(start);
});
