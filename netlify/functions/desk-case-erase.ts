export { config, default } from '#web/desk/cases/erase-routes.ts';
