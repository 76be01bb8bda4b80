import { html } from 'hono/html';
import { STATUS_WORDS } from '#domain/cases/case-status.ts';
import { NEXT_STEPS, whatWeKeepInWords } from '#domain/desk/new-case.ts';
import { CASES_PATH, deskCasePath, NEW_CASE_PATH, NEW_COMPLAINT_PATH } from '#domain/desk/paths.ts';
import { faultOf } from '#domain/faults.ts';
import { instantInWords } from '#domain/time/instant-words.ts';
import type { SamePerson } from '#services/desk/same-person.ts';
import {
  choices,
  type Html,
  hidden,
  optionsOf,
  textField,
  typedText,
} from '../../views/form-view.ts';
import { personOf } from './cases-view.ts';
import { type TypedForm, theirEnquiryFields } from './their-enquiry-view.ts';

/** The form in which a case is written down; `months` is how long we keep it after the last contact. */
export interface NewCaseForm extends TypedForm {
  once: string | undefined;
  months: number;
}

const script = (): Html => html`
<aside class="new-case-script" aria-labelledby="ask">
  <h2 id="ask">What to ask</h2>
  <ul>
    <li>Your name, and the best number to ring you on?</li>
    <li>Which organisation, and what is your role?</li>
    <li>Who would take part: one team, several, or people from across the organisation? About how many?</li>
    <li>Are you thinking of regular groups, open reflective spaces, or training your own facilitators?</li>
    <li>When would you like to start?</li>
    <li>Shall we book a discovery call?</li>
  </ul>
</aside>`;

/** What staff tick and choose besides what the person told them. */
function ours({ typed, faults, months }: NewCaseForm): Html {
  const ticked = (name: string) => (typedText(typed, name) === 'yes' ? ['yes'] : []);
  return html`
  ${choices({ name: 'told', type: 'checkbox', label: 'What we keep, and why', hint: `Say: ${whatWeKeepInWords(months)}`, options: [{ value: 'yes', label: 'I have told them what we keep and why' }], chosen: ticked('told'), fault: faultOf(faults, 'told') })}
  ${choices({ name: 'next', type: 'radio', label: 'What happens next?', options: optionsOf(NEXT_STEPS), chosen: [typedText(typed, 'next') ?? 'answer'], fault: faultOf(faults, 'next') })}
  ${textField({ name: 'followUp', type: 'date', label: 'Follow up on (optional)', hint: 'For when you have spoken. Three working days from now unless you give another date.', value: typedText(typed, 'followUp'), fault: faultOf(faults, 'followUp') })}
  ${choices({ name: 'mail', type: 'checkbox', label: 'Email', hint: 'Nothing is sent unless you tick this, and you see the email first.', options: [{ value: 'yes', label: 'Email them their link' }], chosen: ticked('mail'), fault: faultOf(faults, 'mail') })}`;
}

/** The form to write a case down in while somebody talks, with what to ask beside it, and what to say above its tick. */
export const newCaseView = (form: NewCaseForm): Html => html`
<div class="new-case">
  <form method="post" action="${NEW_CASE_PATH}" novalidate>
    <p class="case-means">A name and one way to reach them are enough. You can add the rest later. If they complain, <a href="${NEW_COMPLAINT_PATH}">write down a complaint</a> instead.</p>
    ${theirEnquiryFields(form)}
    ${ours(form)}
    ${hidden('once', form.once)}
    <p class="actions"><button class="button">Save the case</button> <a class="button quiet" href="${CASES_PATH}">Back to the cases</a></p>
  </form>
  ${script()}
</div>`;

/** What was typed, carried on by a form that asks no more about it. */
const carried = (typed: TypedForm['typed'], without: readonly string[]): Html[] =>
  Object.entries(typed)
    .filter(([name]) => !without.includes(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((each) => hidden(name, String(each))));

const shares = ({ sameEmail, samePhone }: SamePerson) =>
  [
    ...(samePhone ? ['the same phone number'] : []),
    ...(sameEmail ? ['the same email address'] : []),
  ].join(' and ');

/** What was typed, as a note that is added to a case they have already. */
const noteOf = (answers: readonly (readonly [string, string])[]) =>
  ['They got in touch again.', ...answers.map(([label, answer]) => `${label}: ${answer}`)].join(
    '\n',
  );

const sameEntry = (same: SamePerson, note: string, now: number): Html => html`
<li class="same-person">
  <p><a href="${deskCasePath(same.reference)}">${personOf({ name: same.name, organisation: same.organisation })}</a> <span class="case-ref"><span class="visually-hidden">Reference </span>${same.reference}</span></p>
  <p>Gives ${shares(same)}. ${STATUS_WORDS[same.status]}. In touch ${instantInWords(same.lastContactAt, now)}.</p>
  <form method="post" action="${deskCasePath(same.reference)}note/">${hidden('words', note)}
    <p><button class="button quiet">Add what you wrote to this case as a note<span class="visually-hidden">: ${same.reference}</span></button></p>
  </form>
</li>`;

/** Cases that may be the same person’s, before theirs is opened a second time. */
export interface SamePersonView {
  typed: TypedForm['typed'];
  /** What was typed in words, label and answer. */
  answers: readonly (readonly [string, string])[];
  known: readonly SamePerson[];
  now: number;
}

/** The cases that may be the same person’s, and what was typed, to be saved all the same or changed. */
export const samePersonView = ({ typed, answers, known, now }: SamePersonView): Html => html`
<p class="lede">Nothing is saved yet. Is it the same person? Add what you wrote to their case. A colleague about the same matter? Save it as a new case, and join the two there, under “Other cases”.</p>
<ul class="same-people">${known.map((same) => sameEntry(same, noteOf(answers), now))}</ul>
<h2>What you wrote</h2>
<dl class="answers">${answers.map(([label, answer]) => html`<div><dt>${label}</dt><dd class="as-typed">${answer}</dd></div>`)}</dl>
<form method="post" action="${NEW_CASE_PATH}" novalidate>
  ${carried(typed, ['looked', 'change'])}
  ${hidden('looked', 'yes')}
  <p class="actions"><button class="button">Save it as a new case</button> <button class="button quiet" name="change" value="yes">Change what you wrote</button></p>
</form>`;
