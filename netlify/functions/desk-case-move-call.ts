export { config, default } from '#web/desk/cases/move-call-routes.ts';
