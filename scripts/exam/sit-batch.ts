/** The work of one thread: sits a batch of examinees and sends back what was found. */
import { parentPort } from 'node:worker_threads';
import { loadRealBank } from './real-bank.ts';
import { SCENES, type Scene } from './scenes.ts';
import { openHall, sit, type Hall, type Sitting } from './sit.ts';

/** Examinees to sit: one scene, `count` seeds from `firstSeed` on. */
export interface Batch {
  readonly scene: Scene;
  readonly firstSeed: number;
  readonly count: number;
}

const bank = loadRealBank();
const halls = new Map<Scene, Hall>();

function sitBatch({ scene, firstSeed, count }: Batch): readonly Sitting[] {
  let hall = halls.get(scene);
  if (hall === undefined) {
    hall = openHall(bank, SCENES[scene]);
    halls.set(scene, hall);
  }
  const open = hall;
  return Array.from({ length: count }, (_, i) => sit(open, firstSeed + i));
}

parentPort?.on('message', (batch: Batch) => parentPort?.postMessage(sitBatch(batch)));
