import { describe, expect, it } from 'vitest';
import { recordBot } from '../../src/kernel/play-bot.ts';
import { advanceRun, startRun } from '../../src/kernel/run.ts';
import { Session } from '../../src/kernel/session.ts';
import { act, parameters } from '../acts/duck-pond/ponds.ts';

const grain = [
  { do: 'take', tool: 'grain' },
  { do: 'use', at: 3 },
] as const;

function begin(seed = 4): Session {
  return new Session(startRun(act, parameters(), seed));
}

describe('session', () => {
  it('spends milliseconds on whole ticks and owes the rest', () => {
    const session = begin();
    session.spend(120);
    expect(act.tick(session.run.state as ReturnType<typeof act.create>)).toBe(2);
    expect(session.between).toBeCloseTo(0.4, 10);
    session.spend(30);
    expect(act.tick(session.run.state as ReturnType<typeof act.create>)).toBe(3);
  });

  it('changes its pace with the speed, not the outcome of the same intents at the same ticks', () => {
    const recorded = recordBot(act, parameters(), 6, 'fullCycle');
    const play = (speed: number): { session: Session; frames: number } => {
      const session = begin(6);
      session.speed = speed;
      let next = 0;
      let frames = 0;
      for (; !session.isOver; frames++) {
        const tick = act.tick(session.run.state as ReturnType<typeof act.create>);
        for (let pair = recorded.intents[next]; pair?.[0] === tick; pair = recorded.intents[++next])
          session.ask(pair[1]);
        // 25 ms are at most half a tick, so that no tick's intents come late.
        session.spend(25);
      }
      return { session, frames };
    };
    const full = play(1);
    const half = play(0.5);
    expect(full.session.run.hashes).toEqual(recorded.hashes);
    expect(half.session.run.hashes).toEqual(recorded.hashes);
    expect(half.frames / full.frames).toBeCloseTo(2, 2);
  });

  it('does nothing while paused, and forgets what was asked meanwhile', () => {
    const session = begin();
    session.paused = true;
    for (const intent of grain) session.ask(intent);
    session.spend(1000);
    expect(session.run.intents).toEqual([]);
    session.paused = false;
    session.spend(50);
    expect(session.run.intents).toEqual([]);
    for (const intent of grain) session.ask(intent);
    session.spend(50);
    expect(session.run.intents).toEqual(grain.map((intent) => [1, intent]));
  });

  it('makes up for a quarter of a second at most after the page slept', () => {
    const session = begin();
    session.spend(60_000);
    expect(act.tick(session.run.state as ReturnType<typeof act.create>)).toBe(5);
  });

  it('stops in the middle of a frame when a listener pauses it', () => {
    const session = begin();
    session.onHappened(() => {
      session.paused = true;
    });
    session.spend(200);
    expect(act.tick(session.run.state as ReturnType<typeof act.create>)).toBe(1);
  });

  it('tells its listeners until they stop listening', () => {
    const session = begin();
    const heard: string[] = [];
    const stop = session.onHappened((happened) => heard.push(...happened.map(({ what }) => what)));
    session.spend(50);
    expect(heard).toContain('evening');
    stop();
    const before = heard.length;
    for (const intent of grain) session.ask(intent);
    session.spend(50);
    expect(heard).toHaveLength(before);
  });

  it('shares nothing between two runs: played in turns, each comes to what it comes to alone', () => {
    const alone = [1, 2, 3].map((seed) => recordBot(act, parameters(), seed, 'scatterAndGlue').hashes);
    const runs = [1, 2, 3].map((seed) => startRun(act, parameters(), seed));
    const bots = runs.map(({ seed }) => act.bots['scatterAndGlue']?.(seed));
    for (let tick = 0; tick < 3000; tick++)
      for (const [i, run] of runs.entries()) advanceRun(run, bots[i]?.decide(run.state) ?? []);
    expect(runs.map(({ hashes }) => hashes)).toEqual(alone);
  });
});
