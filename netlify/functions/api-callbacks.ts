export { config, default } from '#web/api/callbacks-routes.ts';
