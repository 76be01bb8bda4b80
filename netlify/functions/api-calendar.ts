export { config, default } from '#web/api/calendar-routes.ts';
