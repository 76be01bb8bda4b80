export { config, default } from '#web/api/booking-invite-routes.ts';
