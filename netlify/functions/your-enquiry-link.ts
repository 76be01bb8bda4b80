export { config, default } from '#web/account/link-again/link-again-routes.ts';
