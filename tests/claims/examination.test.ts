/**
 * The examination's promises, watched with the real bank and 600 simulated examinees: bounds are three standard errors
 * wider than the goals. `npm run exam:simulate -- --examinees 10000` measures them properly; docs/examination.md has the
 * figures, and says which goal cannot be reached.
 */
import { describe, expect, it } from 'vitest';
import { exposures, measure } from '../../scripts/exam/measure.ts';
import { loadRealBank } from '../../scripts/exam/real-bank.ts';
import { SCENES, type Scene } from '../../scripts/exam/scenes.ts';
import { openHall, sit, type Sitting } from '../../scripts/exam/sit.ts';

const EXAMINEES = 600;
const bank = loadRealBank();

function simulate(scene: Scene): readonly Sitting[] {
  const hall = openHall(bank, SCENES[scene]);
  return Array.from({ length: EXAMINEES }, (_, i) => sit(hall, 1_000_001 + i));
}

describe('the examination', () => {
  const sittings = simulate('model');
  const adaptive = measure(sittings, (sitting) => sitting.adaptive);

  it('puts nine in ten into the right tier with ten items', () => {
    expect(adaptive.tierAccuracy).toBeGreaterThan(0.9 - 3 * Math.sqrt((0.9 * 0.1) / EXAMINEES));
    expect(adaptive.meanItems).toBeLessThan(10.8);
    expect(adaptive.offByTwo).toBeLessThanOrEqual(0.005);
  });

  it('beats twice as many items in random order', () => {
    expect(adaptive.tierAccuracy).toBeGreaterThan(measure(sittings, (sitting) => sitting.fixed20).tierAccuracy);
  });

  it('is as sure as it is right, and its interval holds nine abilities in ten', () => {
    expect(Math.abs(adaptive.coverage - 0.9)).toBeLessThan(0.04);
    expect(adaptive.ece).toBeLessThan(0.04);
  });

  it('shows no item to more than 30 %', () => {
    expect(Math.max(...exposures(sittings, bank.entries.length))).toBeLessThan(0.3);
  });

  it('loses at most 3 points when the parameters are wrong by 30 %', () => {
    const wrong = measure(simulate('wrongParameters'), (sitting) => sitting.adaptive);
    expect(adaptive.tierAccuracy - wrong.tierAccuracy).toBeLessThan(0.03 + 0.035);
  });

  it('makes soldiers of those who answer without looking', () => {
    const guessing = simulate('guessers').filter(({ guesses }) => guesses);
    expect(guessing.length).toBeGreaterThan(30);
    expect(guessing.filter(({ adaptive: { tier } }) => tier === 0).length / guessing.length).toBeGreaterThan(0.7);
    expect(guessing.filter(({ adaptive: { tier } }) => tier === 2)).toEqual([]);
  });
});
