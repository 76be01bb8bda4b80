export { config, default } from '#web/desk/times/times-routes.ts';
