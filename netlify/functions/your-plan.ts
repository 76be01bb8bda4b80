export { config, default } from '#web/public/plan/your-plan-routes.ts';
