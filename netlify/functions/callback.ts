export { config, default } from '#web/public/calls/callback-routes.ts';
