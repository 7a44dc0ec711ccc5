import { describe, expect, it } from 'vitest';
import sounds from '../../../levels/duck-pond/sounds.json' with { type: 'json' };
import english from '../../../levels/duck-pond/en.json' with { type: 'json' };
import type { PondHappening } from '../../../src/acts/duck-pond/rules/happenings.ts';
import { voice } from '../../../src/acts/duck-pond/stage/voice.ts';

describe('what the pond sounds like', () => {
  it.each(Object.keys(sounds.cues))('has a caption for %s', (what) => {
    const caption = voice.caption({ what } as unknown as PondHappening);
    const key = caption?.key.replace('captions.', '') ?? '';
    expect(Object.keys(english.captions)).toContain(key);
  });

  it('has no caption for what is silent', () => {
    expect(voice.caption({ what: 'take', tool: 'glue' })).toBeNull();
  });
});
