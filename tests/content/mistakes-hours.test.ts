import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake, setting } from '../support/mistakes.ts';

const { refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'hours to 7pm',
    setting('line', 'closes: "18:00"', 'closes: "19:00"'),
    [
      'content/settings/line.yaml:7: “hours → monday → closes” is "19:00". The line never stays open after 18:00. Write 18:00 or earlier. When the line closes, no later than 18:00.',
    ],
  ],
  [
    'hours from 8am',
    setting('line', 'opens: "09:00"', 'opens: "08:00"'),
    [
      'content/settings/line.yaml:7: “hours → monday → opens” is "08:00". The line never opens before 09:00. Write 09:00 or later. When the line opens, no earlier than 09:00.',
    ],
  ],
  [
    'hours that close before they open',
    setting('line', '{ opens: "09:00", closes: "18:00" }', '{ opens: "14:00", closes: "12:00" }'),
    [
      'content/settings/line.yaml:7: “hours → monday → closes” is "12:00". The line must close after it opens. Write a later time, or closed in place of both on a day it is shut. When the line closes, no later than 18:00.',
    ],
  ],
  [
    '9am for "09:00"',
    setting('line', 'opens: "09:00"', 'opens: 9am'),
    [
      'content/settings/line.yaml:7: “hours → monday → opens” is "9am". Write a time on the 24-hour clock, such as "09:00". When the line opens, no earlier than 09:00.',
    ],
  ],
  [
    'a Saturday',
    setting('line', '  friday: {', '  saturday: { opens: "09:00", closes: "12:00" }\n  friday: {'),
    [
      'content/settings/line.yaml:11: There is no “hours → saturday”. Take it out, or write one of: monday, tuesday, wednesday, thursday, friday.',
    ],
  ],
  [
    'another word for closed',
    setting('line', '{ opens: "09:00", closes: "18:00" }', 'shut'),
    [
      'content/settings/line.yaml:7: “hours → monday” is "shut". Write closed, or when it opens and closes: { opens: "09:00", closes: "18:00" }.',
    ],
  ],
  [
    'a day left out',
    setting('line', '  friday: { opens: "09:00", closes: "18:00" }\n', ''),
    [
      'content/settings/line.yaml:6: “hours → friday” is missing. Write closed, or when it opens and closes: { opens: "09:00", closes: "18:00" }.',
    ],
  ],
  [
    'closures, which are set at the desk',
    setting('line', 'phone:', 'closures: [2026-12-24]\nphone:'),
    [
      'content/settings/line.yaml:4: There is no “closures”. Take it out, or write one of: phone, hours.',
    ],
  ],
  [
    'a number with the country before it',
    setting('line', 'phone: 07800 970 049', 'phone: "+44 7800 970049"'),
    [
      'content/settings/line.yaml:4: “phone” is "+44 7800 970049". Write the number as people dial it in the UK, such as "01632 960 001". The number people ring.',
    ],
  ],
  [
    'a number without its 0',
    setting('line', 'phone: 07800 970 049', 'phone: 7800 970 049'),
    [
      'content/settings/line.yaml:4: “phone” is "7800 970 049". Write the number as people dial it in the UK, such as "01632 960 001". The number people ring.',
    ],
  ],
];

describe('mistakes in hours', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });
});
