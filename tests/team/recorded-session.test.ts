import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { act as pond } from '../../src/acts/duck-pond/rules/index.ts';
import { parseReplay, replayRun } from '../../src/kernel/replay.ts';
import { outcomeOf } from '../../src/kernel/run.ts';
import { RecordedSession } from '../../src/team/person/recorded-session.ts';

const GOLDEN = join(import.meta.dirname, '..', 'golden', 'duck-pond');

describe.each(readdirSync(GOLDEN))('the recorded run %s', (file) => {
  const replay = parseReplay(JSON.parse(readFileSync(join(GOLDEN, file), 'utf8')), pond);

  test('is shown exactly as it was played, and ends where it ended', () => {
    const session = new RecordedSession(pond, replay);
    // By real time, as the stage does, in steps that do not fit the ticks.
    for (let frames = 0; !session.isOver && frames < 1_000_000; frames += 1) session.spend(37);
    expect(session.isOver).toBe(true);
    const played = replayRun(pond, replay);
    expect(session.run.hashes).toEqual(played.hashes);
    expect(outcomeOf(session.run)).toEqual(outcomeOf(played));
  });
});

test('a run that broke off stops where its record stops', () => {
  const whole = parseReplay(JSON.parse(readFileSync(join(GOLDEN, 'shooter.json'), 'utf8')), pond);
  const ticks = Math.floor(whole.ticks / 3);
  const session = new RecordedSession(pond, { ...whole, ticks, intents: whole.intents.filter(([at]) => at < ticks) });
  for (let i = 0; i < whole.ticks; i += 1) if (!session.isOver) session.tick();
  expect(session.run.act.tick(session.run.state)).toBe(ticks);
});
