import { JOBS, type JobName, runJob } from '#services/jobs/jobs.ts';
import { openLocalApp } from './open.ts';

const PORT = Number(process.env['PORT'] ?? 8888);

/** What the job did when the server running here, which has the embedded database open, ran it; undefined when none is running. */
async function askServer(name: JobName): Promise<string | undefined> {
  const address = `http://localhost:${PORT}/.netlify/functions/job-${name}`;
  const answer = await fetch(address, { method: 'POST' }).catch(() => undefined);
  if (answer && !answer.ok)
    throw new Error(`The server answered ${answer.status}. Its console says why.`);
  return answer?.text();
}

/** Runs the job in this process, whose log says what it did. */
async function runHere(name: JobName): Promise<void> {
  const local = await openLocalApp(process.env, PORT);
  await runJob(local.app, name).finally(local.close);
}

async function main([name = '']: readonly string[]): Promise<void> {
  if (process.env['CONTEXT'] === 'production')
    throw new Error('Production runs its own schedules.');
  if (!Object.hasOwn(JOBS, name)) {
    throw new Error(`Say which: npm run jobs -- ${Object.keys(JOBS).join('|')}`);
  }
  const job = name as JobName;
  const asked = process.env['NETLIFY_DB_URL'] ? undefined : await askServer(job);
  if (asked === undefined) await runHere(job);
  else console.log(`Job ${job}: ${asked}.`);
}

await main(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
