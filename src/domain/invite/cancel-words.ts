/** How the description of every cancelled event begins: clients show it in place of the call's own words. */
export const CALL_CANCELLED = 'This call is cancelled';
