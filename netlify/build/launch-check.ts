import { parseArgs } from 'node:util';
import { counted } from '#domain/count-words.ts';
import { standingInWords } from '#domain/launch/words.ts';
import { launchBlockers } from './launch/launch-blockers.ts';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { env: { type: 'string' } } });
  if (values.env !== undefined) process.loadEnvFile(values.env);
  const standing = await launchBlockers(process.cwd(), process.env, new Date());
  if (standing.length === 0) {
    console.log('Clear: nothing known stands between this checkout and a launch.');
    return;
  }
  const things = counted(standing.length, 'thing stands', 'things stand');
  console.log(standingInWords(standing));
  console.log(
    `\n${things} between this checkout and a launch. docs/launch.md says how to do each.`,
  );
  process.exitCode = 1;
}

await main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
