export { config, default } from '#web/api/booking-reschedule-routes.ts';
