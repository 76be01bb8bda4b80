export { config, default } from '#web/desk/cases/outcome-routes.ts';
