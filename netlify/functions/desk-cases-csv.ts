export { config, default } from '#web/desk/cases/cases-csv-routes.ts';
