export { config, default } from '#web/desk/times/block-routes.ts';
