export { config, default } from '#web/public/enquiry/enquire-routes.ts';
