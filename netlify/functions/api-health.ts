export { config, default } from '#web/api/health-routes.ts';
