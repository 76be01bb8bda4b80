export { config, default } from '#web/desk/cases/release-routes.ts';
