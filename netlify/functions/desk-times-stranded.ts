export { config, default } from '#web/desk/times/conflicts-routes.ts';
