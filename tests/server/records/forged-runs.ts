/** Runs that were not played so, or not by this player. */
import { parametersOf, valuesOf } from '../../../src/kernel/content/act-file.ts';
import { startRun, advanceRun } from '../../../src/kernel/run.ts';
import type { StoredRecord } from '../../../src/wire/records/read-record.ts';
import { recordRun } from '../../../src/wire/records/record-run.ts';
import type { Attempt } from '../../../src/wire/records/records.ts';
import { readAct, there } from './device.ts';
import { again, ofRun, playHere, withReplay, type Forgery, type Workshop } from './forgery.ts';

/** A run with a slider of the workshop moved. */
async function playTuned(workshop: Workshop, n: number): Promise<StoredRecord> {
  const { device, library } = workshop;
  const act = there(library.acts[n % library.acts.length]);
  const { file } = await readAct(act);
  const slider = there(file.workshop[n % file.workshop.length]);
  const values = valuesOf(slider).filter((value) => value !== file.parameters[slider.parameter]);
  const changes = { [slider.parameter]: there(values[n % values.length]) };
  return device.write({ type: 'attempt', payload: await playHere(workshop, { act, seed: 70_000 + n, changes }) });
}

/** A run that is broken off while it goes well. */
async function breakOff(workshop: Workshop, n: number): Promise<StoredRecord> {
  const { device, library, cutOf } = workshop;
  const act = there(library.acts[n % library.acts.length]);
  const { rules, file } = await readAct(act);
  const run = startRun(rules.act, parametersOf(rules.act, file, cutOf(file)), 60_000 + n);
  for (let tick = 0; tick < 150 + n; tick++) advanceRun(run, []);
  const whole = await playHere(workshop, { act, seed: 1 });
  const payload = { ...whole, replay: recordRun(run), outcome: rules.act.outcome(run.state) };
  return device.writeAny('attempt', payload);
}

export const FORGED_RUNS: readonly Forgery[] = [
  {
    name: 'an edited score',
    becomes: 'forged',
    make: ofRun((attempt, n) => {
      const outcome = { ...attempt.outcome, score: attempt.outcome.score + 1 + n };
      return { ...withReplay(attempt, { outcome }), outcome };
    }),
  },
  {
    name: 'a score edited beside the replay',
    becomes: 'forged',
    make: ofRun((attempt, n) => ({ ...attempt, outcome: { ...attempt.outcome, score: 1000 + n } })),
  },
  {
    name: 'an edited series',
    becomes: 'forged',
    make: ofRun((attempt) => ({
      ...attempt,
      outcome: { ...attempt.outcome, series: attempt.outcome.series.map((each) => each + 1) },
    })),
  },
  {
    name: 'edited intents',
    becomes: 'forged',
    make: ofRun((attempt, n) => {
      const { intents } = attempt.replay;
      const half = Math.floor(intents.length / 2);
      return withReplay(attempt, { intents: intents.slice(0, n % 2 === 0 ? half : 1) });
    }),
  },
  {
    name: 'edited fingerprints',
    becomes: 'forged',
    make: ofRun((attempt, n) => {
      const hashes = attempt.replay.hashes.map((hash, i) => (i === n % 4 ? '0123456789abcdef' : hash));
      return withReplay(attempt, { hashes });
    }),
  },
  {
    name: 'a wrong seed',
    becomes: 'forged',
    make: ofRun((attempt) => withReplay(attempt, { seed: attempt.replay.seed + 1 })),
  },
  {
    name: "somebody else's run",
    becomes: 'copied',
    make: async ({ device, others }) => again(device, others.run),
  },
  {
    name: "somebody else's run on a disguised seed",
    becomes: 'copied',
    make: async ({ device, others }, n) => {
      const { replay } = others.run.payload as Attempt;
      return again(device, others.run, { replay: { ...replay, seed: replay.seed + (n + 1) / 1000 } });
    },
  },
  {
    name: 'an own run under a new name',
    becomes: 'copied',
    make: async ({ device, own }, n) => again(device, own.run, { startedAt: n, endedAt: n + 1 }),
  },
  {
    name: 'rules of another version',
    becomes: 'otherRules',
    make: ofRun((attempt, n) => withReplay(attempt, { rules: attempt.replay.rules + 1 + n })),
  },
  {
    name: 'an act that is not played',
    becomes: 'otherRules',
    make: ofRun((attempt, n) => {
      const act = ['__proto__', 'constructor', '../../etc', 'war'][n % 4] as string;
      return { ...withReplay(attempt, { act }), act };
    }),
  },
  { name: 'parameters of the workshop', becomes: 'impossible', make: playTuned },
  { name: 'a run broken off', becomes: 'impossible', make: breakOff },
  {
    name: 'intents after the end',
    becomes: 'impossible',
    make: ofRun((attempt, n) => {
      const { intents, ticks } = attempt.replay;
      return withReplay(attempt, { intents: [...intents, [ticks + n, intents[0]?.[1]]] });
    }),
  },
  {
    name: 'intents that the act does not know',
    becomes: 'impossible',
    make: ofRun((attempt, n) => {
      const intent = [{ do: 'win' }, { do: 'constructor' }, null, 7, { at: 1e9, do: 'use' }, [[[]]]][n % 6];
      return withReplay(attempt, { intents: [[0, intent]] });
    }),
  },
  {
    name: 'more ticks than a run may have',
    becomes: 'impossible',
    make: ofRun((attempt, n) => withReplay(attempt, { ticks: 100_001 + n })),
  },
];
