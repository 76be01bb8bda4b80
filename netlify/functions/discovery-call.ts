export { config, default } from '#web/public/calls/discovery-call-routes.ts';
