import { accountRoutes } from './account/account-routes.ts';
import { apiRoutes } from './api/api-routes.ts';
import { limitReads } from './http/limit-reads.ts';
import { newWebApp } from './http/web-app.ts';
import { publicRoutes } from './public/public-routes.ts';

/** Everything a visitor meets beyond pages to read: one app, so that a whole journey wakes one function. */
export const publicApp = newWebApp()
  .use(limitReads)
  .route('/', publicRoutes)
  .route('/', accountRoutes)
  .route('/', apiRoutes);
