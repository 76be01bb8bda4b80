import { load } from 'cheerio';
import { describe, expect, test } from 'vitest';
import { bookedEmail } from '#emails/booking-emails.ts';
import { bookedNotice } from '#emails/booking-notices.ts';
import { emailHtml } from '#emails/email-html.ts';
import { makeCallEmail } from '../support/make-call-email.ts';

const SITE = 'Reflective Practice Groups';
const LONG = 'x'.repeat(200);

const page = async (overrides = {}) =>
  load(await emailHtml(bookedEmail(makeCallEmail(overrides)), SITE));

describe('an email in markup', () => {
  test('carries its look on its elements: every piece of text stands in a cell with padding', async () => {
    const $ = await page();
    $('head style').remove();
    for (const cell of $('td.ink').toArray()) {
      expect($(cell).attr('style')).toMatch(/padding:\d+px .*color:#.*font:/);
    }
    const outside = $('body').clone();
    outside.find('td, [hidden]').remove();
    expect(outside.text().trim()).toBe('');
  });

  test('hides its preview line by an attribute as well as by a style', async () => {
    const $ = await page();
    const preview = $('[hidden]');
    expect(preview.text()).toBe('We will ring you on 01632 960 001. Your reference is ABCD2345.');
    expect(preview.attr('style')).toContain('display:none');
  });

  test('keeps buttons apart in cells of their own, with a table of 600 pixels for Word', async () => {
    const $ = await page();
    const cells = $('td.button')
      .toArray()
      .map((cell) => $(cell).text());
    expect(cells).toEqual(['Choose another time', 'Cancel the call', 'Your own page']);
    expect($.html()).toContain('<!--[if mso]><table role="presentation" width="600"');
    expect($('table[width="600"]')).toHaveLength(0);
  });

  test('tells labels from answers by bold type, not by a style', async () => {
    const $ = await page();
    const labels = $('strong')
      .toArray()
      .map((label) => $(label).text());
    expect(labels).toEqual([
      'ABCD2345',
      'Your name',
      'The number we ring',
      'Email',
      'Organisation',
      'What you would like to talk about',
    ]);
  });

  test('holds no run of characters too long for a narrow screen, and loses none', async () => {
    const notice = bookedNotice(makeCallEmail({ topic: LONG, organisation: `${LONG} 🌿${LONG}` }));
    const $ = load(await emailHtml(notice, SITE));
    $('head, [hidden]').remove();
    const runs = ($('body').html() ?? '')
      .replace(/<wbr>/g, ' ')
      .replace(/<[^>]*>/g, ' ')
      .split(/\s+/);
    expect(Math.max(...runs.map((run) => run.length))).toBeLessThan(40);
    expect($('body').text()).toContain(LONG);
    expect($('body').text()).toContain(`🌿${LONG}`);
  });
});
