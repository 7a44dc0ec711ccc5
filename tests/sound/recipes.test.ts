import { describe, expect, it } from 'vitest';
import { CEILING, loudnessOf, masterLoop, peakOf } from '../../assets/sound/dsp/master.ts';
import { addWrapped, draw, RATE, type Signal, silence } from '../../assets/sound/dsp/signal.ts';
import { wav } from '../../assets/sound/dsp/wav.ts';
import type { Effect } from '../../assets/sound/effects/effect.ts';
import { pipa, sanxian } from '../../assets/sound/instruments/pluck.ts';
import { pondDrum } from '../../assets/sound/loops/pond-drum.ts';
import { LOOP_SECONDS } from '../../assets/sound/loops/tempo.ts';
import { effects, packs } from '../../scripts/sound/packs.ts';
import { sha256 } from '../../scripts/sound/places.ts';
import { layLoop, master } from '../../scripts/sound/sprite.ts';

/** How strongly a frequency sounds in the middle of a signal. */
function strength(signal: Signal, hz: number): number {
  const from = RATE * 0.2;
  const length = RATE * 0.5;
  let re = 0;
  let im = 0;
  for (let i = 0; i < length; i++) {
    const x = (signal[from + i] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length));
    re += x * Math.cos((2 * Math.PI * hz * i) / RATE);
    im += x * Math.sin((2 * Math.PI * hz * i) / RATE);
  }
  return Math.hypot(re, im);
}

describe('recipes', () => {
  const mastered = Object.entries(effects).map(([id, effect]) => [id, master(effect), effect.loudness] as const);

  it.each(mastered)(
    '%s is sound: no holes, no clipping, no click at either end, not louder than it should be',
    (_, signal, loudness) => {
      expect(signal.every(Number.isFinite)).toBe(true);
      expect(peakOf(signal)).toBeLessThanOrEqual(CEILING);
      expect(peakOf(signal)).toBeGreaterThan(0.05);
      expect(Math.abs(signal[0] ?? 1)).toBeLessThan(0.001);
      expect(Math.abs(signal.at(-1) ?? 1)).toBeLessThan(0.001);
      expect(loudnessOf(signal)).toBeLessThan(loudness + 0.5);
      expect(loudnessOf(signal)).toBeGreaterThan(loudness - 3);
    },
  );

  it.each(Object.entries(packs))('of the %s give the same bytes every time', (_, pack) => {
    const once = new Map(mastered.map(([id, signal]) => [id, signal]));
    for (const [id, effect] of Object.entries<Effect>(pack.effects))
      expect([id, sha256(wav(master(effect)))]).toEqual([id, sha256(wav(once.get(id) ?? silence(0)))]);
  });

  it.each([98, 146.83, 293.66, 587.33])('have strings in tune at %d Hz, to three cents', (hz) => {
    for (const pluck of [pipa, sanxian]) {
      const note = pluck(hz, 1);
      const inTune = strength(note, hz);
      expect(inTune).toBeGreaterThan(strength(note, hz * 2 ** (3 / 1200)));
      expect(inTune).toBeGreaterThan(strength(note, hz * 2 ** (-3 / 1200)));
    }
  });
});

describe('loops', () => {
  it('hear at their beginning what rang past their end', () => {
    const loop = addWrapped(
      silence(1),
      draw(0.5, () => 1),
      0.75,
    );
    expect([loop[0], loop[RATE / 4 - 1], loop[RATE / 4], loop[RATE - 1]]).toEqual([1, 1, 0, 1]);
  });

  it('repeat themselves across the seam, to the sample', () => {
    const laid = layLoop(pondDrum(), -22);
    const turn = LOOP_SECONDS * RATE;
    for (let i = 0; i < laid.length - turn; i += 97) expect(laid[i]).toBe(laid[i + turn]);
    expect(masterLoop(silence(1), -22).every((x) => x === 0)).toBe(true);
  });
});
