export { config, default } from '#web/desk/times/remove-block-routes.ts';
