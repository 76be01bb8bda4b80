import { isDueHour } from '#domain/schedules/due-hours.ts';
import { raiseAlarm } from '#services/jobs/alarm.ts';
import { type JobName, runJob } from '#services/jobs/jobs.ts';
import { type FunctionContext, openApp } from './open-app.ts';

/** The host calls a schedule with the time of its next run; a person who has one run now does not. */
const isCalledByClock = async (request: Request): Promise<boolean> =>
  /"next_run"/.test(await request.text().catch(() => ''));

/**
 * A schedule as Netlify calls it. In an hour in which it has nothing to look for it answers without asking the database,
 * which goes on sleeping. The sweep ends with a look at health.
 */
export const scheduledJob =
  (name: JobName) =>
  async (request: Request, context: FunctionContext): Promise<Response> => {
    const app = await openApp(context);
    if ((await isCalledByClock(request)) && !isDueHour(name, app.now().getTime())) {
      return new Response('not in this hour');
    }
    try {
      return new Response(await runJob(app, name));
    } finally {
      if (name === 'deliver') await raiseAlarm(app);
    }
  };
