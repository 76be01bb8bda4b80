export { config, default } from '#web/desk/cases/cases-routes.ts';
