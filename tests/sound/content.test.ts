import { describe, expect, it } from 'vitest';
import { listActs, loadAct, readActFile } from '../../scripts/bots/content.ts';
import { findMissing, hasSounds, parseSounds, readSounds } from '../../scripts/sound/read-sounds.ts';
import type { ActSounds } from '../../src/app/sound/sounds-file.ts';

const acts = listActs();
const good = { sounds: { land: {} }, cues: { land: 'land' }, layers: [], positions: 1 };
const layer = { layer: 'road-water', follows: 'waterHeard', ears: true, from: 0, to: 1, quiet: 0, full: 1 };

describe('the sounds of an act', () => {
  it.each(acts)('%s has some', (act) => {
    expect(hasSounds(act)).toBe(true);
  });

  it.each(acts)('%s names only cues, layers, fields and words that there are', async (act) => {
    expect(findMissing(readSounds(act), await loadAct(act), readActFile(act))).toEqual([]);
  });

  it('are told when the act has not what they name', async () => {
    const missing = findMissing(
      {
        ...good,
        cues: { land: { by: 'place', cues: { '1': 'land' } }, hit: { by: 'at', cues: { nowhere: 'hit' } } },
        layers: [
          layer,
          { ...layer, follows: 'feeding' },
          { ...layer, follows: 'tick' },
          { ...layer, follows: 'parameters', unless: 'fear' },
        ],
      } as ActSounds,
      await loadAct('duck-pond'),
      readActFile('duck-pond'),
    );
    expect(missing).toEqual([
      'cues.land: nobody ever met one with a field place',
      'cues.hit: at was never any of nowhere',
      'layers.road-water: waterHeard is no number and no list of numbers in the state',
      'layers.road-water: feeding is no pair of ears',
      'layers.road-water: tick is no pair of ears',
      'layers.road-water: fear is not true or false in the state',
      'layers.road-water: parameters is no number and no list of numbers in the state',
    ]);
  });
});

describe('a file of sounds', () => {
  it('is taken when all is well', () => {
    expect(parseSounds('x.json', { ...good, layers: [layer] })).toEqual({ ...good, layers: [layer] });
  });

  it.each([
    ['a cue that there is not', { ...good, cues: { land: 'fanfare' } }],
    ['one deep inside', { ...good, cues: { land: { by: 'to', cues: { left: ['land', { cue: 'fanfare' }] } } } }],
    ['a speed out of bounds', { ...good, cues: { land: { cue: 'land', rate: 3 } } }],
    ['a delay that nobody would connect with its cause', { ...good, cues: { land: { cue: 'land', after: 9_000 } } }],
    ['an unknown key', { ...good, cues: { land: { cue: 'land', volume: 1 } } }],
    ['a layer that there is not', { ...good, layers: [{ ...layer, layer: 'disco' }] }],
    ['ears for music', { ...good, layers: [{ ...layer, layer: 'title' }] }],
    ['ears that are folded', { ...good, layers: [{ ...layer, fold: 'max' }] }],
    ['a span without length', { ...good, layers: [{ ...layer, from: 1 }] }],
    ['a cue of another act', { ...good, cues: { land: ['land', 'shot'] } }],
    ['a sound that nothing leads to', { ...good, sounds: { land: {}, shot: {} } }],
    [
      'a sound by the name of one of the house',
      { ...good, sounds: { land: {}, lamp: {} }, cues: { land: ['land', 'lamp'] } },
    ],
    ['one form that takes turns', { ...good, sounds: { land: { forms: 1 } } }],
    ['no positions', { ...good, positions: 0 }],
  ])('is refused for %s', (_, file) => {
    expect(() => parseSounds('x.json', file)).toThrow(/^x\.json: /);
  });
});
