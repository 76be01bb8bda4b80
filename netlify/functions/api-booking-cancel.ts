export { config, default } from '#web/api/booking-cancel-routes.ts';
