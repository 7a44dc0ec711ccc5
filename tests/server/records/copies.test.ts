/** When two people's runs are the same: a copy, or what both would have played on a stage that is the same for both. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

import { parametersOf } from '../../../src/kernel/content/act-file.ts';
import { advanceRun, startRun } from '../../../src/kernel/run.ts';
import { TELLING_MOMENTS } from '../../../src/server/records/copies.ts';
import { recordRun } from '../../../src/wire/records/record-run.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import type { MadePlayer, TestGrounds } from '../harness/grounds.ts';
import { makeDevice, readAct } from './device.ts';
import { sendWords } from './send.ts';
import { openStand, welcome, type Stand } from './stand.ts';

let stand: Stand;
let test: TestGrounds;
let ann: MadePlayer;
let ben: MadePlayer;
beforeAll(async () => {
  stand = await openStand();
  test = stand.test;
});
beforeEach(async () => {
  ann = (await welcome(stand)).player;
  ben = (await welcome(stand)).player;
});
afterAll(() => test.close());

/** A first run of the third act, as the game begins it: the province is the same for everybody, whatever the seed. */
async function playFirst(seed: number, choices: readonly (readonly [tick: number, town: number])[]): Promise<Attempt> {
  const { rules, file } = await readAct('air-before-infantry');
  const run = startRun(rules.act, parametersOf(rules.act, file, file.first ?? {}), seed);
  while (!rules.act.isOver(run.state)) {
    const now = choices.filter(([tick]) => tick === rules.act.tick(run.state));
    advanceRun(
      run,
      now.map(([, town]) => rules.act.parseIntent({ do: 'choose', town })),
    );
  }
  return {
    act: rules.act.id,
    replay: recordRun(run),
    outcome: rules.act.outcome(run.state),
    bet: null,
    startedAt: 0,
    endedAt: 0,
    input: 'pointer',
    speed: 1,
    assists: [],
  };
}
const deliver = (player: MadePlayer, payload: Attempt): Promise<readonly string[]> =>
  sendWords(test, player, [makeDevice(test.grounds.now, player.device).write({ type: 'attempt', payload })]);

it('two who do nothing on the first stage have copied nothing, also on different seeds', async () => {
  expect(await deliver(ann, await playFirst(1, []))).toEqual(['counted']);
  expect(await deliver(ben, await playFirst(7, []))).toEqual(['counted']);
});

it('nor have two who do little, at whatever moments', async () => {
  // Looking at a town changes nothing that lasts: the run is that of doing nothing.
  expect(
    await deliver(
      ann,
      await playFirst(2, [
        [40, 1],
        [90, 0],
      ]),
    ),
  ).toEqual(['counted']);
  expect(
    await deliver(
      ben,
      await playFirst(2, [
        [41, 1],
        [91, 0],
      ]),
    ),
  ).toEqual(['counted']);
});

const often = Array.from({ length: TELLING_MOMENTS }, (_, i) => [37 + 61 * i, i % 3] as const);

it('two whose hands moved at the same six moments have', async () => {
  expect(await deliver(ann, await playFirst(3, often))).toEqual(['counted']);
  expect(await deliver(ben, await playFirst(3, often))).toEqual(['copied']);
});

it('a moment less, and it would have been anybody’s', async () => {
  expect(await deliver(ann, await playFirst(4, often.slice(1)))).toEqual(['counted']);
  expect(await deliver(ben, await playFirst(4, often.slice(1)))).toEqual(['counted']);
});

it('one’s own run does not count twice, however little was done in it', async () => {
  const payload = await playFirst(5, []);
  expect(await deliver(ann, payload)).toEqual(['counted']);
  const again = makeDevice(test.grounds.now, ann.device);
  again.write({ type: 'attempt', payload });
  expect(await sendWords(test, ann, [again.write({ type: 'attempt', payload })])).toEqual(['copied']);
});
