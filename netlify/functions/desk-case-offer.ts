export { config, default } from '#web/desk/offers/offer-routes.ts';
