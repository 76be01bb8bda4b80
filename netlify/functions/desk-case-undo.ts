export { config, default } from '#web/desk/cases/undo-routes.ts';
