/**
 * The pages whose content is live: prerendered as shells with named places, filled by functions.
 * Forms have a view for their empty state; `message-page` is the shell for everything said in passing:
 * a case, a fault, a page that is not there; `desk` is the shell of every page for staff.
 */
export const LIVE_FORMS = [
  'enquiry',
  'complaint',
  'callback',
  'discovery-call',
  'plan',
  'message-page',
  'desk',
] as const;
export type FormShell = (typeof LIVE_FORMS)[number];

/** Sheets to print whose blanks a plan fills; what stands there at first is the page’s own. */
export const LIVE_SHEETS = ['senior-team-paper', 'your-plan'] as const;
export type SheetShell = (typeof LIVE_SHEETS)[number];

export const LIVE_PAGES = [...LIVE_FORMS, ...LIVE_SHEETS] as const;
export type PageShell = (typeof LIVE_PAGES)[number];

/** The parts of a sheet that a plan fills: who takes part, its figures, or all of it. */
export const PLAN_PARTS = ['who', 'figures', 'whole'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

/** The named places of a shell; each stands between `<!--place:name-->` and `<!--/place:name-->`. */
export type Place = 'title' | 'desk-nav' | 'above' | 'heading' | 'live' | `plan-${PlanPart}`;

const FILLED: Readonly<Partial<Record<PageShell, readonly Place[]>>> = {
  desk: ['desk-nav', 'live'],
  'senior-team-paper': ['plan-who', 'plan-figures'],
  'your-plan': ['plan-whole'],
};

/** The places a shell has, each once. */
export const placesOf = (page: PageShell): readonly Place[] => [
  'title',
  'above',
  'heading',
  ...(FILLED[page] ?? ['live']),
];
