// A thread for tests that does what it is told, instead of checking.
import { parentPort } from 'node:worker_threads';

parentPort.on('message', ({ attempt }) => {
  if (attempt === 'spin') for (;;);
  if (attempt === 'swell') for (const hoard = []; ;) hoard.push(new Array(100_000).fill(hoard.length));
  if (attempt === 'crash')
    process.nextTick(() => {
      throw new Error('crashed');
    });
  else if (attempt === 'leave') process.exit(0);
  else if (attempt === 'stumble') parentPort.postMessage({ say: 'fault', reason: 'stumbled' });
  else if (attempt === 'tell')
    parentPort.postMessage({ say: 'done', result: { ok: true, result: Object.keys(process.env) } });
  else
    setTimeout(() => parentPort.postMessage({ say: 'done', result: { ok: true, result: attempt } }), attempt.ms ?? 0);
});
parentPort.postMessage({ say: 'ready' });
