import { describe, expect, it } from 'vitest';
import { BEAT_MS, makeBeat } from '../../src/kiosk/inside/beat.ts';

describe('the beat', () => {
  it('comes every five seconds from frames alone', () => {
    let beats = 0;
    const beat = makeBeat(() => (beats += 1));
    expect(beats).toBe(0);
    for (let now = 0; now < 4 * BEAT_MS; now += 16) beat.frame(now);
    expect(beats).toBe(4);
  });

  it('fails when the stage that is open draws nothing, though the page does', () => {
    let beats = 0;
    const beat = makeBeat(() => (beats += 1));
    beat.frame(0);
    const close = beat.watchStage();
    beat.frame(BEAT_MS);
    expect(beats).toBe(2);
    beat.frame(2 * BEAT_MS);
    beat.frame(3 * BEAT_MS);
    expect(beats).toBe(2);
    beat.drew();
    beat.frame(4 * BEAT_MS);
    expect(beats).toBe(3);
    close();
    close();
    beat.frame(5 * BEAT_MS);
    expect(beats).toBe(4);
  });
});
