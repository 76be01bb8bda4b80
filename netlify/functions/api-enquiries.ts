export { config, default } from '#web/api/enquiries-routes.ts';
