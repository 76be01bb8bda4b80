export { config, default } from '#web/account/your-enquiry/correct-routes.ts';
