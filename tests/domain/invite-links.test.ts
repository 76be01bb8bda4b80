import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { googleLink, outlookLink } from '#domain/invite/add-links.ts';

const entry = {
  start: Date.UTC(2026, 5, 15, 9),
  end: Date.UTC(2026, 5, 15, 9, 30),
  summary: 'Discovery call: Reflective Practice Groups',
  description: 'Monday 15 June 2026, 10am UK time.\nTea & <b>talk</b> + 50% 🌿',
  location: 'By phone: 01632 960 001',
};

const query = (link: string) => new URL(link).searchParams;

describe('add to Google Calendar', () => {
  test('is this address', () => {
    expect(googleLink({ ...entry, description: 'UK time & place' })).toBe(
      'https://calendar.google.com/calendar/render?action=TEMPLATE' +
        '&text=Discovery%20call%3A%20Reflective%20Practice%20Groups' +
        '&dates=20260615T090000Z%2F20260615T093000Z&ctz=Europe%2FLondon' +
        '&details=UK%20time%20%26%20place&location=By%20phone%3A%2001632%20960%20001',
    );
  });

  test('says the words as they are', () => {
    expect(query(googleLink(entry)).get('details')).toBe(entry.description);
  });
});

describe('add to Outlook', () => {
  test.each([
    ['home', 'https://outlook.live.com/calendar/0/deeplink/compose'],
    ['work', 'https://outlook.office.com/calendar/0/deeplink/compose'],
  ] as const)('for %s is this address', (account, base) => {
    expect(outlookLink(account, { ...entry, description: 'UK time' })).toBe(
      `${base}?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent` +
        '&subject=Discovery%20call%3A%20Reflective%20Practice%20Groups' +
        '&startdt=2026-06-15T09%3A00%3A00Z&enddt=2026-06-15T09%3A30%3A00Z' +
        '&body=UK%20time&location=By%20phone%3A%2001632%20960%20001',
    );
  });

  test('says the description as markup that shows the same words', () => {
    expect(query(outlookLink('work', entry)).get('body')).toBe(
      'Monday 15 June 2026, 10am UK time.<br>Tea &amp; &lt;b&gt;talk&lt;/b&gt; + 50% 🌿',
    );
  });
});

test('whatever the words, a link is plain ASCII without spaces or quotes, and keeps its instants', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary' }),
      (summary, location) => {
        const said = { ...entry, summary: `${summary}\ud83c`, location };
        for (const link of [googleLink(said), outlookLink('home', said)]) {
          expect(link).toMatch(/^[!#-;=?-~]+$/);
          expect(query(link).get('location')).toBe(location.toWellFormed());
        }
        expect(query(googleLink(said)).get('dates')).toBe('20260615T090000Z/20260615T093000Z');
      },
    ),
  );
});
