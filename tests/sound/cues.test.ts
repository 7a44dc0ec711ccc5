import { describe, expect, it } from 'vitest';
import { type Cue, captionKeys, CUES } from '../../src/sound/cues.ts';
import { LAYERS } from '../../src/sound/layers.ts';
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
    expect(used).toEqual(Object.keys(manifest.effects.sprites).toSorted());
  });

  it('and their captions are listed once each', () => {
    expect(captionKeys()).toHaveLength(new Set(captionKeys()).size);
    expect(captionKeys()).toContain('caption.shot');
  });

  it('and the layers are the loops that were built', () => {
    expect(Object.keys(manifest.loops).toSorted()).toEqual([...LAYERS].toSorted());
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
