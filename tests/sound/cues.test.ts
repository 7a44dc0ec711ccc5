import { describe, expect, it } from 'vitest';
import { type Cue, captionKeys, CUES } from '../../src/sound/cues.ts';
import { isPlace, LAYERS } from '../../src/sound/layers.ts';
import { manifest } from '../../src/sound/manifest.ts';
import { createSilentPort } from '../../src/sound/silent-port.ts';

const cues = Object.entries<Cue>(CUES);

describe('cues', () => {
  it.each(cues)('%s has a caption or is decorative, not both', (_, cue) => {
    expect(cue.caption === undefined).toBe(cue.decorative === true);
    expect(cue.caption ?? 'caption.none').toMatch(/^caption\.[a-z-]+$/);
  });

  it('and the sprite know the same sounds', () => {
    const used = cues.flatMap(([, cue]) => cue.sprites).toSorted();
    const built = Object.values(manifest.effects).flatMap(({ sprites }) => Object.keys(sprites));
    expect(used).toEqual(built.toSorted());
  });

  it('and their captions are listed once each', () => {
    expect(captionKeys()).toHaveLength(new Set(captionKeys()).size);
    expect(captionKeys()).toContain('caption.shot');
  });

  it('and the layers are the loops that were built', () => {
    expect(Object.keys(manifest.loops).toSorted()).toEqual(Object.keys(LAYERS).toSorted());
  });
});

describe('what is said in words', () => {
  it.each(['call-left', 'call-ahead', 'call-right', 'call-back', 'report'] as const)('%s obeys the voices', (id) => {
    expect(CUES[id].bus).toBe('voice');
  });

  it('and what a walk by ear needs besides obeys the effects, never the music', () => {
    for (const layer of ['road-water', 'road-wind', 'road-market'] as const) expect(isPlace(layer)).toBe(true);
    for (const [id, cue] of cues.filter(([name]) => /^(staff|foot|echo|stumble|sounding|bell)/.test(name)))
      expect([id, cue.bus]).toEqual([id, 'effects']);
  });
});

describe('the silent port', () => {
  it('tells every cue and plays none', () => {
    const port = createSilentPort();
    const told: string[] = [];
    const leave = port.onCue((event) => told.push(`${event.id} ${event.sounded}`));
    port.cue('hit');
    port.cue('nonsense' as 'hit');
    port.layer('pond-night', 1);
    leave();
    port.cue('miss');
    expect(told).toEqual(['hit false']);
    expect(port.state).toBe('unavailable');
  });
});
