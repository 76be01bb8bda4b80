/** Where staff begin: what waits, and today's calls. */
export const DESK = '/desk/';

/** A case's page at the desk, from the site's root. It is an address, not a key, so mail to staff may hold it. */
export const caseAtDesk = (reference: string): string => `${DESK}cases/${reference}/`;
