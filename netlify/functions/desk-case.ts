export { config, default } from '#web/desk/cases/case-routes.ts';
