export { config, default } from '#web/api/plan-routes.ts';
