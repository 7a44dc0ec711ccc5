import { describe, expect, it } from 'vitest';
import { listActs } from '../../scripts/bots/content.ts';
import { readSounds } from '../../scripts/sound/read-sounds.ts';
import { type OwnCue, readCues } from '../../src/sound/act-cues.ts';
import { type Cue, captionKeys, createCueBook, isHouseCue } from '../../src/sound/cues.ts';
import { HOUSE_CUES } from '../../src/sound/house-cues.ts';
import { isPlace } from '../../src/sound/layers.ts';
import { manifest } from '../../src/sound/manifest.ts';
import { createSilentPort } from './silent-port.ts';

const houseCues = Object.entries<Cue>(HOUSE_CUES);
const spritesOf = (pack: string): string[] => Object.keys(manifest.effects[pack]?.sprites ?? {}).toSorted();

describe('the cues of the house', () => {
  it.each(houseCues)('%s has a caption or is decorative, not both', (_, cue) => {
    expect(cue.caption === undefined).toBe(cue.decorative === true);
    expect(cue.caption ?? 'caption.none').toMatch(/^caption\.[a-z-]+$/);
  });

  it('and its sprite know the same sounds', () => {
    expect(houseCues.flatMap(([, cue]) => cue.sprites).toSorted()).toEqual(spritesOf('house'));
  });

  it('and their captions are listed once each', () => {
    expect(captionKeys()).toHaveLength(new Set(captionKeys()).size);
    expect(captionKeys()).toContain('caption.reveal');
    expect(captionKeys()).not.toContain('caption.press');
  });
});

describe.each(listActs())('the cues of %s', (act) => {
  const { sounds, layers } = readSounds(act);

  it('and its sprite know the same sounds', () => {
    const used = Object.values(readCues(sounds)).flatMap((cue) => cue.sprites);
    expect(used.toSorted()).toEqual(spritesOf(act));
  });

  it('bear no name of the house', () => {
    expect(Object.keys(sounds).filter(isHouseCue)).toEqual([]);
  });

  it('and its layers are the loops of its own pack', () => {
    const own = Object.entries(manifest.loops).filter(([, loop]) => loop.pack === act);
    expect(layers.map(({ layer }) => layer).toSorted()).toEqual(own.map(([name]) => name).toSorted());
  });
});

describe('an act’s cue', () => {
  const read = (own: OwnCue): Cue | undefined => readCues({ tap: own })['tap'];

  it('is one effect unless it says more', () => {
    expect(read({})).toEqual({ sprites: ['tap'], bus: 'effects', spacing: 60 });
    expect(read({ forms: 3, spacing: 90, bus: 'voice', throat: 'lame' })).toEqual({
      sprites: ['tap-1', 'tap-2', 'tap-3'],
      bus: 'voice',
      spacing: 90,
      throat: 'lame',
    });
  });

  it('is known once its act is open, and never takes the place of the house’s', () => {
    const book = createCueBook();
    expect(book.find('tap')).toBeUndefined();
    book.learn(readCues({ tap: {}, bet: { bus: 'voice' } }));
    expect(book.find('tap')?.sprites).toEqual(['tap']);
    expect(book.find('bet')).toBe(HOUSE_CUES.bet);
    expect(book.find('toString')).toBeUndefined();
  });
});

describe('what is said in words on the road', () => {
  const road = Object.entries(readCues(readSounds('blind-and-lame').sounds));

  it.each(['call-left', 'call-ahead', 'call-right', 'call-back', 'report'])('%s obeys the voices', (id) => {
    expect(road.find(([name]) => name === id)?.[1].bus).toBe('voice');
  });

  it('and what a walk by ear needs besides obeys the effects, never the music', () => {
    for (const layer of ['road-water', 'road-wind', 'road-market'] as const) expect(isPlace(layer)).toBe(true);
    for (const [id, cue] of road.filter(([name]) => /^(staff|foot|echo|stumble|sounding|bell)/.test(name)))
      expect([id, cue.bus]).toEqual([id, 'effects']);
  });
});

describe('the silent port', () => {
  it('tells every cue that it knows and plays none', () => {
    const port = createSilentPort();
    const told: string[] = [];
    const leave = port.onCue((event) => told.push(`${event.id} ${event.sounded}`));
    port.cue('bet');
    port.cue('hit');
    port.prepare(readCues({ hit: {} }));
    port.cue('hit');
    port.cue('nonsense');
    port.layer('pond-night', 1);
    leave();
    port.cue('hit');
    expect(told).toEqual(['bet false', 'hit false']);
    expect(port.state).toBe('unavailable');
  });
});
