import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { act } from '../../src/acts/duck-pond/rules/index.ts';
import type { PondState } from '../../src/acts/duck-pond/rules/state.ts';
import { PHASE } from '../../src/acts/duck-pond/rules/state.ts';
import { SEEN } from '../../src/acts/duck-pond/stage/bird-arrays.ts';
import { Flock } from '../../src/acts/duck-pond/stage/flock.ts';
import { layOutPond, spotX } from '../../src/acts/duck-pond/stage/pond-layout.ts';
import { layOutStage } from '../../src/stage/layout/stage-layout.ts';

const file = JSON.parse(readFileSync(new URL('../../levels/duck-pond/act.json', import.meta.url), 'utf8')) as {
  parameters: object;
};
const FRAMES = 3;

/** Plays a bot and shows every frame to `look`. */
function watch(bot: string, ticks: number, look: (flock: Flock, state: PondState) => void): void {
  const state = act.create(act.parseParameters({ ...file.parameters, ducks: 120 }), 11);
  const player = act.bots[bot]?.(3);
  const layout = layOutPond(layOutStage(1280, 720, 5), 120);
  const flock = new Flock(state, layout);
  for (let tick = 0; tick < ticks && !act.isOver(state); tick++) {
    for (const each of act.step(state, player?.decide(state) ?? [])) if (each.what === 'hit') flock.markShot(each.duck);
    for (let frame = 0; frame < FRAMES; frame++) {
      flock.update(state, state.tick + frame / FRAMES, 1 / 20 / FRAMES);
      look(flock, state);
    }
    flock.basket.x = spotX(layout, state.hostAt);
    flock.basket.y = layout.hostFeet - 100;
  }
}

describe.each(['scatterAndGlue', 'shooter', 'fullCycle'])('the flock under the %s', (bot) => {
  it('never jumps: what is seen moves by less than half a bird from frame to frame', () => {
    const lastX = new Float32Array(120).fill(Number.NaN);
    const lastY = new Float32Array(120).fill(Number.NaN);
    let furthest = 0;
    let seen = 0;
    watch(bot, 1400, (flock) => {
      for (let i = 0; i < flock.count; i++) {
        if (flock.seen[i] === SEEN.hidden) {
          lastX[i] = Number.NaN;
          continue;
        }
        const x = flock.x[i] as number;
        const y = flock.y[i] as number;
        const px = lastX[i] as number;
        const isOnScreen = x > 0 && x < 1280 && px > 0 && px < 1280;
        const way = isOnScreen ? Math.hypot(x - px, y - (lastY[i] as number)) : 0;
        furthest = Math.max(furthest, Number.isFinite(way) ? way : Number.POSITIVE_INFINITY);
        seen++;
        lastX[i] = x;
        lastY[i] = y;
      }
    });
    expect(seen).toBeGreaterThan(10_000);
    expect(furthest).toBeLessThan(45);
  });
});

describe('what a bird is seen doing', () => {
  it('follows the rules: on the water, on the sand, in the glue, in the air, gone', () => {
    const met = new Set<number>();
    const wrong = new Set<string>();
    watch('fullCycle', 1600, (flock, state) => {
      for (let i = 0; i < flock.count; i++) {
        const phase = state.phase[i] as number;
        const seen = flock.seen[i] as number;
        met.add(phase);
        const right: Partial<Record<number, readonly number[]>> = {
          [PHASE.passing]: [SEEN.flying],
          [PHASE.landing]: [SEEN.flying, SEEN.gliding],
          [PHASE.resting]: [SEEN.afloat],
          [PHASE.feeding]: [SEEN.feeding, SEEN.standing],
          [PHASE.held]: [SEEN.held],
          [PHASE.taken]: [SEEN.hidden, SEEN.carried, SEEN.falling],
        };
        const allowed = right[phase];
        if (allowed !== undefined && !allowed.includes(seen)) wrong.add(`phase ${phase} seen as ${seen}`);
      }
    });
    expect([...wrong]).toEqual([]);
    for (const phase of [PHASE.passing, PHASE.landing, PHASE.resting, PHASE.feeding, PHASE.held, PHASE.taken])
      expect(met).toContain(phase);
  });
});
