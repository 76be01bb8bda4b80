export { config, default } from '#web/public/plan/senior-team-paper-routes.ts';
