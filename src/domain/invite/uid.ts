/** What a calendar knows an event by: `<booking uuid>@<site domain>`, lower case, nothing personal. */
export const UID_PATTERN = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@[a-z0-9.-]+$/;

/** The UID of a booking's invitations. `site` is the site's address; a new booking has a new UID. */
export const inviteUid = (booking: string, site: string) =>
  `${booking.toLowerCase()}@${new URL(site).hostname}`;
