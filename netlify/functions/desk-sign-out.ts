export { config, default } from '#web/desk/sign-in/sign-out-routes.ts';
