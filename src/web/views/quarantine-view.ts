import { html } from 'hono/html';
import { answersList } from '../account/your-enquiry/your-enquiry-view.ts';
import { type Html, hidden } from './form-view.ts';

/** A post that looked automatic, and waits for its sender to press once more. */
export interface QuarantineView {
  /** What it is to its sender: "your enquiry". */
  what: string;
  answers: readonly (readonly [label: string, answer: string])[];
  /** Where the button posts, and what it says. */
  action: string;
  button: string;
  /** Everything that was typed, and the form's id, as the button posts it. */
  fields: readonly (readonly [name: string, value: string])[];
  /** What is so, where that is not what is said of other posts. */
  said?: string;
  /** What becomes of it if it is not sent. */
  next: string;
  /** False when nothing of it is kept; kept unless it says so. */
  kept?: boolean;
}

/** Why nothing is sent yet, what was typed, and the one button that sends it. */
export function quarantineView({ kept = true, ...view }: QuarantineView): Html {
  return html`
<p class="lede" data-state="held">${view.said ?? `Our check for automatic messages stopped ${view.what}. It has not reached us, and no time is kept for you.${kept ? ` ${view.next}` : ''}`}</p>
<form method="post" action="${view.action}">
  ${view.fields.map(([name, value]) => hidden(name, value))}
  <p class="actions"><button class="button">${view.button}</button></p>
</form>
<h2>What you typed</h2>
${answersList(view.answers)}`;
}
