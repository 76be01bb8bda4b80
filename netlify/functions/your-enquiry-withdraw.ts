export { config, default } from '#web/account/your-enquiry/withdraw-routes.ts';
