import type { PageShell, Place } from '#domain/page-slots.ts';

/** What opens and closes a named place in a shell. */
export const placeOpens = (place: Place) => `<!--place:${place}-->`;
export const placeCloses = (place: Place) => `<!--/place:${place}-->`;

/** What says which shell a page is. */
export const shellMark = (page: PageShell) => `<!--shell:${page}-->`;
