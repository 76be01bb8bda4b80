import { html } from 'hono/html';
import { deskCasePath } from '#domain/desk/paths.ts';
import type { Html } from '../../views/form-view.ts';
import { type ActForm, aboutCase, doOrNot } from './actions-view.ts';
import { theirEnquiryFields } from './their-enquiry-view.ts';

/** The form in which staff correct what we hold about a person. */
export const detailsForm = ({ reference, typed, faults }: ActForm): Html => html`
${aboutCase(reference)}
<ul class="case-will">
  <li>Nothing is sent to anybody. The calls of this case keep the details they were booked with.</li>
  <li>The timeline says that you did it, and what it changed.</li>
  <li>With another email address, every link that went to the old one stops working. You can then email them a new one.</li>
</ul>
<form method="post" action="${deskCasePath(reference)}details/" novalidate>
  ${theirEnquiryFields({ typed, faults })}
  ${doOrNot(reference, 'Save the details')}
</form>`;
