import { describe, expect, it } from 'vitest';
import { contentCopy, type Mistake, setting } from '../support/mistakes.ts';

const { refusalsAfter } = contentCopy();

const MISTAKES: readonly Mistake[] = [
  [
    'no days ahead',
    setting('calls', 'horizon-days: 41', 'horizon-days: 0'),
    [
      'content/settings/calls.yaml:11: “horizon-days” is 0. Write 1 or more. How many days ahead of today can be booked.',
    ],
  ],
  [
    'no calls at once',
    setting('calls', 'calls-at-once: 1', 'calls-at-once: 0'),
    [
      'content/settings/calls.yaml:6: “calls-at-once” is 0. Write 1 or more. How many calls can be taken at the same time.',
    ],
  ],
  [
    'a call of 20 minutes',
    setting('calls', 'minutes: 30\nevery', 'minutes: 20\nevery'),
    [
      'content/settings/calls.yaml:4: “minutes” is 20. Use 15, 30, 45, 60 … minutes. How long a callback window or a discovery call is.',
    ],
  ],
  [
    'times every 20 minutes',
    setting('calls', 'every-minutes: 30', 'every-minutes: 20'),
    [
      'content/settings/calls.yaml:5: “every-minutes” is 20. Write one of: 15, 30, 60. How far apart the times offered start: 30 means on the hour and half hour.',
    ],
  ],
  [
    'a number in words',
    setting('calls', 'calls-at-once: 1', 'calls-at-once: two'),
    [
      'content/settings/calls.yaml:6: “calls-at-once” is "two". Write a number, in figures and without quotation marks. How many calls can be taken at the same time.',
    ],
  ],
  [
    'half a call',
    setting('calls', 'calls-at-once: 1', 'calls-at-once: 1.5'),
    [
      'content/settings/calls.yaml:6: “calls-at-once” is 1.5. Write a whole number, in figures and without quotation marks. How many calls can be taken at the same time.',
    ],
  ],
  [
    'a setting misspelt',
    setting('calls', 'horizon-days', 'horizn-days'),
    [
      'content/settings/calls.yaml:11: There is no “horizn-days”. Did you mean “horizon-days”? Otherwise take it out.',
    ],
  ],
  [
    'a setting within a setting misspelt',
    setting('calls', '  callback: 60', '  callbacks: 60'),
    [
      'content/settings/calls.yaml:9: There is no “notice → callbacks”. Did you mean “callback”? Otherwise take it out.',
    ],
  ],
  [
    'nothing kept',
    setting('retention', 'months-after-last-contact: 12', 'months-after-last-contact: 0'),
    [
      'content/settings/retention.yaml:3: “months-after-last-contact” is 0. Write 1 or more. Months an enquiry is kept after the last contact about it.',
    ],
  ],
  [
    'less kept than can be booked',
    setting('retention', 'months-after-last-contact: 12', 'months-after-last-contact: 1'),
    [
      'content/settings/retention.yaml:3: “months-after-last-contact” does not fit another setting. Calls can be booked 41 days ahead (horizon-days in content/settings/calls.yaml), and one would be erased before it takes place. Write 2 or more.',
    ],
  ],
  [
    'a fact without words',
    setting('facts', 'says: 10 to 12 people', 'says: ""'),
    [
      'content/settings/facts.yaml:5: “group-size → says” is empty. Fill it in: how the fact reads in the middle of a sentence, such as “10 to 12 people”.',
    ],
  ],
  [
    'a fact in words where a number belongs',
    setting('facts', 'least: 10', 'least: ten'),
    [
      'content/settings/facts.yaml:6: “group-size → least” is "ten". Write a number, in figures and without quotation marks.',
    ],
  ],
  [
    'both calendars',
    setting('staff-calendar', 'by: invite', 'by: both'),
    [
      'content/settings/staff-calendar.yaml:3: “by” is "both". Write one of: invite, feed. "invite" sends staff an invitation for each call; "feed" sends none.',
    ],
  ],
  [
    'an email address that is none',
    setting('identity', '# email:', 'email: name at example.org\n#'),
    [
      'content/settings/identity.yaml:6: “email” is "name at example.org". Write an email address, such as name@example.org. An address the public may write to.',
    ],
  ],
  [
    'a legal form there is not',
    setting('identity', '# legal-form:', 'legal-form: firm\n#'),
    [
      'content/settings/identity.yaml:11: “legal-form” is "firm". Write one of: company, llp, cic, cio, charitable-company, charity, partnership, sole-trader, public-body. What runs the service. It decides which other fields there are.',
    ],
  ],
  [
    'a number of another legal form',
    setting('identity', '# legal-form:', 'legal-form: company\ncharity-number: "0000000"\n#'),
    [
      'content/settings/identity.yaml:12: “charity-number” does not go with legal-form: company. Take it out, or write “legal-form” as one of: cio, charitable-company, charity.',
    ],
  ],
  [
    'a number without a legal form',
    setting('identity', '# company-number:', 'company-number: "00000000"\n#'),
    [
      'content/settings/identity.yaml:13: “company-number” does not go without “legal-form”. Write “legal-form” as one of: company, llp, cic, charitable-company.',
    ],
  ],
  [
    'a field of the legal form with a slip in it',
    setting('identity', '# legal-form:', 'legal-form: company\ncompany-nummber: "00000000"\n#'),
    [
      'content/settings/identity.yaml:12: There is no “company-nummber”. Did you mean “company-number”? Otherwise take it out.',
    ],
  ],
  [
    'a protection there is not',
    setting('privacy', '# dated:', 'recipients: { host: { protected-by: hope } }\n#'),
    [
      'content/settings/privacy.yaml:5: “recipients → host → protected-by” is "hope". Write one of: data bridge, IDTA, Addendum. What protects data in the United States: the UK–US data bridge, looked up on its public list; or the ICO’s IDTA or Addendum, with a risk assessment.',
    ],
  ],
  [
    'a number for the planner that readers do not read',
    setting('facts', 'least: 10', 'least: 8'),
    [
      'content/settings/facts.yaml:5: “group-size → says” is "10 to 12 people". For the planner it is 8 and 12, in the lines below it. Write the same in both. How the fact reads in the middle of a sentence, such as “10 to 12 people”.',
    ],
  ],
  [
    'a length for readers that the planner does not know',
    setting('facts', 'says: 1 hour 15 minutes', 'says: 1 hour 30 minutes'),
    [
      'content/settings/facts.yaml:17: “length → says” is "1 hour 30 minutes". For the planner it is 75, in the lines below it. Write the same in both. How the fact reads in the middle of a sentence, such as “10 to 12 people”.',
    ],
  ],
];

describe('mistakes in the settings', () => {
  it.each(MISTAKES)('are caught, and told so that they can be fixed: %s', (_, edits, said) => {
    expect(refusalsAfter(edits)).toEqual(said);
  });
});
