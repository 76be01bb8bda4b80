export { config, default } from '#web/account/your-enquiry/your-enquiry-routes.ts';
