// What the forms of the desk say of who gets to read what is typed there. A test holds each to what an export gives.

/** Of words that stay at the desk until their person asks for what we keep about them. */
export const MAY_BE_DISCLOSED =
  'For the people at the desk. They do not see it on their own page, but it is in what they get if they ask for what we keep about them.';

/** Of what staff write down that a person told them. */
export const ON_THEIR_OWN_PAGE = 'They can read it on their own page.';

/** Of words that staff may choose to send at once. */
export const SENT_IF_CHOSEN =
  'They get these words if you choose to email them, and in any case if they ask for what we keep about them.';
