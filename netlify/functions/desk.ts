export { config, default } from '#web/desk/today/today-routes.ts';
