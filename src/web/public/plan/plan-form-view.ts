import { html } from 'hono/html';
import { RHYTHM_LABELS } from '#domain/enquiry/limits.ts';
import { type Fault, faultOf } from '#domain/faults.ts';
import { LEVEL_LABELS, LEVELS } from '#domain/plan/levels.ts';
import type { Typed } from '#domain/plan/typed.ts';
import type { Facts } from '#domain/settings/facts.ts';
import { choices, type Html, textField } from '../../views/form-view.ts';

const numberField = (name: string, label: string, value: string, faults: readonly Fault[]) => ({
  name,
  label,
  value,
  fault: faultOf(faults, name),
  inputmode: 'numeric' as const,
  autocomplete: 'off',
  short: true,
});

/** The levels, folded away until somebody wants them or has filled one in. */
function levelFields({ levels }: Typed, faults: readonly Fault[]): Html {
  const inUse = LEVELS.some((level) => levels[level] || faultOf(faults, level));
  return html`<details class="levels"${inUse ? html` open` : html``}>
  <summary>Levels that should not mix</summary>
  <p class="hint">Give a number for each level instead, and each forms groups of its own.</p>
  ${LEVELS.map((level) =>
    textField(numberField(level, LEVEL_LABELS[level], levels[level] ?? '', faults)),
  )}
</details>`;
}

const rhythms = Object.entries(RHYTHM_LABELS).map(([value, label]) => ({ value, label }));

/** The planner's form, with everything as it was typed. It asks, and changes nothing: so it is sent with GET. */
export function planForm(typed: Typed, faults: readonly Fault[], facts: Facts): Html {
  const most = facts.rhythm['meetings-a-year'];
  const meetings = `At most ${most.weekly} weekly, ${most.fortnightly} fortnightly or ${most.monthly} monthly. Take off holidays and busy months.`;
  return html`<form method="get" action="/plan/" novalidate data-planner data-most="${JSON.stringify(most)}">
  ${textField(numberField('people', 'How many people would take part?', typed.people, faults))}
  ${choices({ name: 'rhythm', label: 'How often would each group meet?', type: 'radio', options: rhythms, chosen: [typed.rhythm], fault: faultOf(faults, 'rhythm') })}
  ${textField({ ...numberField('sessions', 'Meetings for each group in the year', typed.sessions, faults), hint: meetings })}
  ${levelFields(typed, faults)}
  <p class="actions"><button class="button">Work out the plan</button></p>
</form>`;
}
