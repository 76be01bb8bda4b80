export { config, default } from '#web/public/plan/plan-routes.ts';
