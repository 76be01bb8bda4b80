export { config, default } from '#web/desk/cases/cancel-call-routes.ts';
