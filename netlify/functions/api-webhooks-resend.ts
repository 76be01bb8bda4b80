export { config, default } from '#web/api/resend-webhook-routes.ts';
