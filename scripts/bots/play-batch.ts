/** A thread's work: plays the batches that it is sent. */
import { parentPort } from 'node:worker_threads';
import { playBot } from '../../src/kernel/play-bot.ts';
import { loadAct } from './content.ts';
import type { Answer, Played, Task } from './pool.ts';

async function playBatch({ act: id, bot, parameters, firstSeed, count }: Task): Promise<Played> {
  const { act } = await loadAct(id);
  const parsed = act.parseParameters(parameters);
  const began = performance.now();
  const outcomes = Array.from({ length: count }, (_, i) => playBot(act, parsed, firstSeed + i, bot));
  return { outcomes, seconds: (performance.now() - began) / 1000 };
}

const port = parentPort;
if (port === null) throw new Error('this file is a worker thread');
port.on('message', (task: Task) => {
  playBatch(task).then(
    (played) => port.postMessage({ id: task.id, ...played } satisfies Answer),
    (error: unknown) => port.postMessage({ id: task.id, error: String(error) } satisfies Answer),
  );
});
