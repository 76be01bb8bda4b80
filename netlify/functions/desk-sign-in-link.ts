export { config, default } from '#web/desk/sign-in/sign-in-link-routes.ts';
