export { config, default } from '#web/account/your-enquiry/correct-call-routes.ts';
