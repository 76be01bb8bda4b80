export { config, default } from '#web/desk/cases/note-routes.ts';
