/**
 * Stories of devices and a server when everything fails (tests/server/simulation):
 *
 *   npm run simulate -- --seeds 10000 --from 1 --workers 2 [--minutes 20]
 *   npm run simulate -- --seeds 1 --from 192 --trace
 *
 * Ends with 1 when a story ended wrongly, and says how to tell that one again alone.
 */
import { fork } from 'node:child_process';
import { readOptions, refuseOption } from './options/read-options.ts';
import { makeEmbeddedTemplate } from '../tests/server/harness/database-template.ts';
import { openGround } from '../tests/server/simulation/ground.ts';
import { sayStory, tellStory } from '../tests/server/simulation/story.ts';

const { values } = readOptions({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    workers: { type: 'string', default: '1' },
    /** Tell every n-th seed from `from` on (a worker's share). */
    step: { type: 'string', default: '1' },
    /** Begin no story after so many minutes. */
    minutes: { type: 'string', default: '1000' },
    trace: { type: 'boolean', default: false },
  },
});
const [seeds, from, workers, step] = [values.seeds, values.from, values.workers, values.step].map(Number) as [
  number,
  number,
  number,
  number,
];
if (![seeds, from, workers, step].every((n) => Number.isSafeInteger(n) && n > 0))
  refuseOption('--seeds, --from and --workers are whole numbers from 1 on');

/** What a worker, or this process alone, came to. */
interface Sum {
  stories: number;
  wrong: number;
  records: number;
  requests: number;
  crashes: number;
}

const began = performance.now();
const sum = workers > 1 ? await share() : await tell();
if (process.send === undefined) sayEnd(sum);
else process.send(sum);
process.exit(sum.wrong > 0 ? 1 : 0);

/** Tells this process's stories, each with the database emptied before it. */
async function tell(): Promise<Sum> {
  const template = await makeEmbeddedTemplate();
  if (template.kind !== 'embedded') throw new Error('the simulation runs on the embedded database');
  const ground = await openGround(template.dump);
  const all: Sum = { stories: 0, wrong: 0, records: 0, requests: 0, crashes: 0 };
  const end = began + Number(values.minutes) * 60_000;
  for (let seed = from; seed < from + seeds && performance.now() < end; seed += step) {
    const story = await tellStory(ground, seed);
    if (values.trace) console.log(story.trace.join('\n'));
    if (story.wrong.length > 0) console.log(`\nseed ${seed} ended wrongly:\n${sayStory(story)}`);
    all.stories++;
    all.wrong += story.wrong.length > 0 ? 1 : 0;
    all.records += story.records;
    all.requests += story.requests;
    all.crashes += story.serverCrashes;
    if (all.stories % 500 === 0) console.log(`${all.stories} stories, the last one ${seed}`);
  }
  return all;
}

/** Deals the seeds out to some processes: each has a database of its own. */
async function share(): Promise<Sum> {
  const sums = await Promise.all(
    Array.from({ length: workers }, (_, n) => {
      const args = ['--seeds', String(seeds - n), '--from', String(from + n), '--step', String(workers)];
      args.push('--minutes', values.minutes);
      const child = fork(import.meta.filename, args, { execArgv: process.execArgv });
      return new Promise<Sum>((resolve, reject) => {
        child.once('message', (said) => resolve(said as Sum));
        child.once('error', reject);
        child.once('exit', (code) => reject(new Error(`a worker ended with ${code} before its stories did`)));
      });
    }),
  );
  return sums.reduce((one, other) => ({
    stories: one.stories + other.stories,
    wrong: one.wrong + other.wrong,
    records: one.records + other.records,
    requests: one.requests + other.requests,
    crashes: one.crashes + other.crashes,
  }));
}

function sayEnd({ stories, wrong, records, requests, crashes }: Sum): void {
  const minutes = ((performance.now() - began) / 60_000).toFixed(1);
  console.log(
    `${stories} stories (seeds ${from} to ${from + seeds - 1}): ${wrong} ended wrongly; ` +
      `${records} records, ${requests} requests, ${crashes} ends of the server's process; ${minutes} minutes`,
  );
}
