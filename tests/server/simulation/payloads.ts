/** What simulated players earn: real runs and answers, made once and written again and again. */
import type { Library } from '../../../src/server/content/library.ts';
import type { NewRecord } from '../../../src/wire/records/records.ts';
import { answerItem, playAttempt, sitExamination } from '../records/device.ts';
import type { World } from './world.ts';

export type Earn = (world: World) => NewRecord;

export async function makePayloads(library: Library): Promise<Earn> {
  const items = library.bank.entries.slice(0, 12).map(({ item }) => item);
  const attempts = await Promise.all(
    [1, 2].map((seed) => playAttempt({ act: 'duck-pond', seed, changes: {}, bet: 'shooter' })),
  );
  const examination = sitExamination(library.bank, 9, (number) => number % 3 !== 0);
  return (world) => {
    const kind = world.below(40);
    if (kind === 0) return { type: 'examination', payload: examination };
    if (kind < 3) return { type: 'attempt', payload: world.pick(attempts) };
    if (kind < 6) return { type: 'bet', payload: { act: 'duck-pond', question: 'bet', choice: 'shooter' } };
    if (kind < 8) return { type: 'poll', payload: { question: 'how-you-work', choice: 'alone' } };
    const item = world.pick(items);
    return { type: 'answer', payload: answerItem(item, { right: world.chance(0.6), seed: world.below(1000) }) };
  };
}
