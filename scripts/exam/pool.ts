import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Scene } from './scenes.ts';
import type { Batch } from './sit-batch.ts';
import type { Sitting } from './sit.ts';

/** Examinees in one message: small enough to share the work evenly. */
const CHUNK = 250;

/** Sits `count` examinees of every scene, on one thread a core. The outcome does not depend on the number of threads. */
export async function sitScenes(
  scenes: readonly { readonly scene: Scene; readonly count: number }[],
): Promise<ReadonlyMap<Scene, readonly Sitting[]>> {
  const batches = scenes.flatMap(({ scene, count }) =>
    Array.from({ length: Math.ceil(count / CHUNK) }, (_, i): Batch => {
      const from = i * CHUNK;
      return { scene, firstSeed: 1 + from, count: Math.min(CHUNK, count - from) };
    }),
  );
  const found: (readonly Sitting[])[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url));
    try {
      while (next < batches.length) {
        const turn = next++;
        found[turn] = await ask(worker, batches[turn] as Batch);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches.length) }, work));
  return new Map(
    scenes.map(({ scene }) => [scene, batches.flatMap((batch, i) => (batch.scene === scene ? (found[i] ?? []) : []))]),
  );
}

async function ask(worker: Worker, batch: Batch): Promise<readonly Sitting[]> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (sittings: readonly Sitting[]) => {
      worker.off('error', reject);
      resolve(sittings);
    });
    worker.postMessage(batch);
  });
}
