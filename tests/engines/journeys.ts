import { setTimeout as wait } from 'node:timers/promises';
import { emailTo, expect, HUMAN_PAUSE_MS } from '../e2e/support.ts';
import { engineTest as test } from './engine.ts';

test('reads, and goes on by the links', async ({ visitor }) => {
  await visitor.open('/');
  await visitor.arriveAt('Room to think about the people you work with');
  await visitor.openMenu();
  await visitor.follow('Who it’s for');
  await visitor.arriveAt('Who it’s for');
  await visitor.follow('Make the case');
  await visitor.arriveAt('Make the case');
  await visitor.open('/no-such-page/');
  await visitor.arriveAt('Page not found');
});

test('plans, fixes a number, and enquires with the plan', async ({ visitor, me }) => {
  await visitor.open('/plan/');
  await visitor.fill('How many people would take part?', 'forty');
  await visitor.choose('Monthly');
  await visitor.press('Work out the plan');
  await visitor.read('Enter a whole number, such as 46');
  await visitor.find('How many people would take part?', 'forty');
  await visitor.fill('How many people would take part?', '46');
  await visitor.press('Work out the plan');
  await visitor.read('46 people meeting monthly for a year: 4 groups (two of 12, two of 11)');

  await visitor.follow('Enquire with this plan');
  await visitor.arriveAt('Tell us about your organisation');
  await visitor.find('About how many people would take part?', '46');
  await visitor.fill('Your email address', 'name@example');
  await visitor.press('Send your enquiry');
  await visitor.read('Enter the name of your organisation');
  await visitor.find('Your email address', 'name@example');
  await visitor.fill('Organisation', 'Example County Council');
  await visitor.fill('Your name', 'Zoë Ångström-Person');
  await visitor.fill('Your email address', me);
  await wait(HUMAN_PAUSE_MS);
  await visitor.press('Send your enquiry');
  await visitor.arriveAt('Your enquiry');
  await visitor.read('46 people meeting monthly, 12 times in the year');
  const reference = await visitor.words('//*[@class="reference"]');
  const acknowledgement = await emailTo(me, reference.trim());
  expect(acknowledgement.text).toContain(await visitor.address());
});

test('books a callback, moves it, loses the link, and cancels it', async ({ visitor, me, day }) => {
  await visitor.open(`/callback/?from=${day.date}`);
  await visitor.pressBeginning(`Continue with ${day.words}`);
  await visitor.read('There is a problem');
  await visitor.chooseTime(day.words, '11am');
  await visitor.pressBeginning(`Continue with ${day.words}`);
  await visitor.arriveAt('Your details');
  await visitor.press('Check your answers');
  await visitor.read('Enter your name');
  await visitor.fill('Your name', 'Zoë Ångström-Person');
  await visitor.fill('Your phone number', '01632 960 123');
  await visitor.fill('Your email address (optional)', me);
  await wait(HUMAN_PAUSE_MS);
  await visitor.press('Check your answers');
  await visitor.arriveAt('Check your answers');
  await visitor.read(`${day.words}, 11am to 11:30am, UK time`);
  await visitor.press('Book this callback');
  await visitor.arriveAt('Your callback');
  const link = await visitor.address();

  await visitor.follow('Choose another time');
  await visitor.arriveAt('Choose another time for your call');
  await visitor.chooseTime(day.words, '2:30pm');
  await visitor.pressBeginning(`Move the call to ${day.words}`);
  await visitor.arriveAt('Your callback');
  await visitor.read(`moved to ${day.words}, 2:30pm to 3pm, UK time.`);

  await visitor.open('/your-enquiry/');
  await visitor.fill('Your email address', me);
  await wait(HUMAN_PAUSE_MS);
  await visitor.press('Send me my link');
  await visitor.arriveAt('Check your email');
  const { text } = await emailTo(me, 'The link to what you sent us');
  expect(text).toContain(link);

  await visitor.open(link);
  await visitor.follow('Cancel the call');
  await visitor.arriveAt('Cancel this call?');
  await visitor.press('Cancel the call');
  await visitor.read(`Your callback on ${day.words}, 2:30pm to 3pm, UK time, is cancelled.`);
});
