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

/** To staff, who read what was typed. */
const notice = async (overrides = {}) =>
  load(await emailHtml(bookedNotice(makeCallEmail(overrides)), SITE));

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
    expect(preview.text()).toBe(
      'We will ring you on the number you gave us. Your reference is ABCD2345.',
    );
    expect(preview.attr('style')).toContain('display:none');
  });

  test('makes a button of the one thing to do, and of what else can be done a link', async () => {
    const $ = await page();
    const quiet = $('td.ink:not(.rule) > a')
      .toArray()
      .map((link) => $(link).text());
    expect(quiet).toEqual(['Cancel the call', 'Your own page']);
    const choices = load(
      await emailHtml(
        {
          subject: '',
          preview: '',
          blocks: [
            { kind: 'choices', links: [1, 2].map((n) => ({ label: `Time ${n}`, href: '#' })) },
          ],
        },
        SITE,
      ),
    );
    expect(choices('td.choice')).toHaveLength(2);
    expect(choices('td.button')).toHaveLength(0);
  });

  test('says first and larger what it is about, and is signed with a number that rings', async () => {
    const $ = await page();
    const [, greeting, lead] = $('td.ink')
      .toArray()
      .map((cell) => ({ text: $(cell).text(), style: $(cell).attr('style') }));
    expect(greeting?.text).toBe('Dear A. Person');
    expect(lead?.text).toBe(
      'Your callback is booked for Tuesday 24 November, 11am to 11:30am, UK time.',
    );
    expect(greeting?.style).toContain('font:17px');
    expect(lead?.style).toContain('font:21px');
    expect($('td.rule').last().text()).toBe(`${SITE}01632 960 999`);
    expect($('td.rule a').attr('href')).toBe('tel:01632960999');
  });

  test('keeps a telephone number on one line', async () => {
    const $ = await notice();
    const whole = $('span[style="white-space:nowrap"]')
      .toArray()
      .map((number) => $(number).text());
    expect(new Set(whole)).toEqual(new Set(['01632 960 001']));
    const typed = await notice({ topic: '0123456789 '.repeat(18) });
    for (const number of typed('span[style="white-space:nowrap"]').toArray()) {
      expect(typed(number).text().length).toBeLessThan(18);
    }
  });

  test('keeps buttons apart in cells of their own, with a table of 600 pixels for Word', async () => {
    const $ = await page();
    const cells = $('td.button')
      .toArray()
      .map((cell) => $(cell).text());
    expect(cells).toEqual(['Choose another time']);
    expect($.html()).toContain('<!--[if mso]><table role="presentation" width="600"');
    expect($('table[width="600"]')).toHaveLength(0);
  });

  test('tells labels from answers by bold type, not by a style', async () => {
    const $ = await notice();
    const labels = $('strong')
      .toArray()
      .map((label) => $(label).text());
    expect(labels).toEqual(['Name', 'Number to ring', 'Email', 'Organisation', 'Reference']);
  });

  test('breaks an email address after its marks, not within a word', async () => {
    const email = 'alexandra.featherstonehaugh@children-and-families.example.org';
    expect((await notice({ email })).html()).toContain(
      '>alexandra.<wbr>featherstonehaugh@<wbr>children-<wbr>and-<wbr>families.<wbr>example.<wbr>org<',
    );
  });

  test('holds no run of characters too long for a narrow screen, and loses none', async () => {
    const $ = await notice({ topic: LONG, organisation: `${LONG} 🌿${LONG}` });
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
