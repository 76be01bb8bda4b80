import { html } from 'hono/html';
import { STAFF_LABELS } from '#domain/enquiry/answers.ts';
import type { Html } from '../../views/form-view.ts';

/**
 * What the forms of the desk call what is typed or chosen in them. A name that two forms use for different things is
 * not here.
 */
const LABELS: Readonly<Record<string, string>> = {
  ...STAFF_LABELS,
  about: 'What the complaint is about',
  acknowledged: 'How they know that we have it',
  address: 'The secret address of your calendar',
  came: 'How it came',
  closes: 'Until',
  date: 'Day',
  day: 'Day',
  details: 'The words to remove',
  followUp: 'Look at it again on',
  from: 'First day',
  mail: 'Email them their link',
  message: 'What they told us',
  much: 'How much',
  next: 'What happens next',
  opens: 'From',
  outcome: 'The outcome',
  owner: 'Who sees to it',
  reason: 'Why it is on hold',
  received: 'The day on which it came',
  start: 'Time',
  time: 'Time',
  told: 'Told',
  topic: 'What they would like to talk about',
  weekdays: 'Every week on',
  why: 'Why',
  words: 'Your note',
};

/** What forms carry for themselves: nobody typed it, and nobody needs to copy it. */
const CARRIED: ReadonlySet<string> = new Set([
  ...['once', 'seen', 'step', 'looked', 'sure', 'change', 'onward', 'filter'],
  ...['call', 'calls', 'toCome', 'upTo', 'year'],
]);

type Typed = readonly (readonly [name: string, value: string])[];

const named = (typed: Typed): Html => html`
<dl class="answers">${typed.map(([name, value]) => html`<div><dt>${LABELS[name]}</dt><dd class="as-typed">${value}</dd></div>`)}</dl>`;

/** What to say to a post that came after its session ended: nothing was done, and here is what was typed. */
export function signedOutView(posted: Typed): Html {
  const typed = posted.filter(([name, value]) => !CARRIED.has(name) && value !== '');
  const isNamed = ([name]: Typed[number]) => Object.hasOwn(LABELS, name);
  const known = typed.filter(isNamed);
  const others = typed.filter((one) => !isNamed(one));
  return html`
<p class="lede">Nothing was saved: you were signed out before this was sent. Sign in again, then send it again.</p>
<p class="actions"><a class="button" href="/desk/sign-in/">Sign in</a></p>
${
  typed.length > 0
    ? html`<h2>What you had written</h2>
<p>Copy what you still need before you leave this page.</p>
${known.length > 0 ? named(known) : ''}
${others.map(([, value]) => html`<p class="as-typed">${value}</p>`)}`
    : ''
}`;
}
