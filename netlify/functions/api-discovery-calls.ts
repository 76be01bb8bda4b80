export { config, default } from '#web/api/discovery-calls-routes.ts';
