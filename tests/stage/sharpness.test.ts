import { describe, expect, it } from 'vitest';
import { Sharpness } from '../../src/stage/sharpness.ts';

function play(sharpness: Sharpness, frameMs: number, frames: number): number {
  let softened = 0;
  for (let n = 0; n < frames; n++) if (sharpness.judge(frameMs)) softened++;
  return softened;
}

describe('sharpness', () => {
  it('begins as sharp as the screen, at most twice', () => {
    expect(new Sharpness(3).ratio).toBe(2);
    expect(new Sharpness(1.5).ratio).toBe(1.5);
    expect(new Sharpness(0).ratio).toBe(1);
  });

  it('stays while frames are quick, however long', () => {
    const sharpness = new Sharpness(2);
    expect(play(sharpness, 17, 6000)).toBe(0);
    expect(sharpness.ratio).toBe(2);
  });

  it('gives way when frames are slow, and stops at a picture that can still be read', () => {
    const sharpness = new Sharpness(1);
    expect(play(sharpness, 80, 60)).toBe(1);
    expect(sharpness.ratio).toBeCloseTo(0.78);
    play(sharpness, 80, 6000);
    expect(sharpness.ratio).toBe(0.6);
    expect(play(sharpness, 80, 6000)).toBe(0);
  });

  it('does not take a sleeping page for a slow one', () => {
    expect(play(new Sharpness(1), 1000, 600)).toBe(0);
  });
});
