import { runPrivacy } from './privacy/run.ts';

process.exitCode = await runPrivacy(process.argv.slice(2), process.env, {
  print: console.log,
  complain: console.error,
});
