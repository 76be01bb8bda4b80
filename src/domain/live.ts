/**
 * The pages whose content is live: prerendered as shells with named places, filled by functions.
 * `notice` is the shell for everything said in passing: a case, a fault, a page that is not there.
 */
export const LIVE_PAGES = ['enquiry', 'callback', 'discovery-call', 'plan', 'notice'] as const;
export type LivePage = (typeof LIVE_PAGES)[number];

/** The named places of a shell; each stands between `<!--place:name-->` and `<!--/place:name-->`. */
export const PLACES = ['title', 'above', 'heading', 'live'] as const;
export type Place = (typeof PLACES)[number];
