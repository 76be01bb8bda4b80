export { config, default } from '#web/account/your-enquiry/reschedule-routes.ts';
