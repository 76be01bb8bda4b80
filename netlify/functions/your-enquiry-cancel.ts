export { config, default } from '#web/account/your-enquiry/cancel-call-routes.ts';
