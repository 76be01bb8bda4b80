export { config, default } from '#web/account/your-call/your-call-routes.ts';
