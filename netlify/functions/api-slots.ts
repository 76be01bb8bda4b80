export { config, default } from '#web/api/slots-routes.ts';
