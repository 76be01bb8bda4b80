export { config, default } from '#web/desk/sign-in/sign-in-routes.ts';
