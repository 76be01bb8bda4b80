import { deskRoutes } from './desk/desk-routes.ts';
import { newWebApp } from './http/web-app.ts';

/** The desk: one app, so that a day of work wakes one function. */
export const deskApp = newWebApp().route('/', deskRoutes);
