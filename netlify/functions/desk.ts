import type { Config } from '@netlify/functions';
import { deskApp } from '#web/desk-app.ts';
import { asFunction } from '#web/http/web-app.ts';

/** The desk, where staff answer. */
export default asFunction(deskApp);

// Netlify reads this without running it, so it is written out; a test holds it to the app's routes.
export const config: Config = {
  path: [
    '/desk',
    '/desk/',
    '/desk/sign-in',
    '/desk/sign-in/',
    '/desk/sign-in/:link',
    '/desk/sign-in/:link/',
    '/desk/sign-out',
    '/desk/sign-out/',
    '/desk/cases',
    '/desk/cases/',
    '/desk/cases/cases.csv',
    '/desk/cases/new',
    '/desk/cases/new/',
    // A name with a dot in it is a file, not a reference.
    '/desk/cases/:reference([^.\\/]+)',
    '/desk/cases/:reference([^.\\/]+)/',
    '/desk/cases/:reference/note',
    '/desk/cases/:reference/note/',
    '/desk/cases/:reference/outcome',
    '/desk/cases/:reference/outcome/',
    '/desk/cases/:reference/undo',
    '/desk/cases/:reference/undo/',
    '/desk/cases/:reference/details',
    '/desk/cases/:reference/details/',
    '/desk/cases/:reference/send-link',
    '/desk/cases/:reference/send-link/',
    '/desk/cases/:reference/offer',
    '/desk/cases/:reference/offer/',
    '/desk/cases/:reference/release',
    '/desk/cases/:reference/release/',
    '/desk/cases/:reference/erase',
    '/desk/cases/:reference/erase/',
    '/desk/cases/:reference/book/:kind',
    '/desk/cases/:reference/book/:kind/',
    '/desk/cases/:reference/calls/:booking/details',
    '/desk/cases/:reference/calls/:booking/details/',
    '/desk/cases/:reference/calls/:booking/move',
    '/desk/cases/:reference/calls/:booking/move/',
    '/desk/cases/:reference/calls/:booking/cancel',
    '/desk/cases/:reference/calls/:booking/cancel/',
    '/desk/diary',
    '/desk/diary/',
    '/desk/times',
    '/desk/times/',
    '/desk/times/stranded',
    '/desk/times/stranded/',
    '/desk/times/block',
    '/desk/times/block/',
    '/desk/times/blocks/:id/remove',
    '/desk/times/blocks/:id/remove/',
  ],
};
