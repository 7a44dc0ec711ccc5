import { describe, expect, it } from 'vitest';
import { fadeAt, turnFade } from '../../src/sound/fade.ts';
import { createLayerPlayer, type LayerPlayer } from '../../src/sound/layer-player.ts';
import { isPlace } from '../../src/sound/layers.ts';
import { manifest } from '../../src/sound/manifest.ts';
import { healSeam } from '../../src/sound/seam.ts';
import { StubContext, StubNode } from './stub-howler.ts';

const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

interface House {
  readonly context: StubContext;
  readonly layers: LayerPlayer;
  readonly asked: string[];
  readonly music: StubNode;
  readonly place: StubNode;
}

function open(context = new StubContext()): House {
  const music = new StubNode();
  const place = new StubNode();
  const asked: string[] = [];
  const layers = createLayerPlayer(
    context as unknown as BaseAudioContext,
    (id) => (isPlace(id) ? place : music) as unknown as AudioNode,
    manifest.loops,
    async (id) => {
      asked.push(id);
      return (id === 'title' ? undefined : await context.decodeAudioData()) as AudioBuffer | undefined;
    },
  );
  return { context, layers, asked, music, place };
}

describe('layers', () => {
  it('enter where the others already are', async () => {
    const { context, layers } = open();
    context.currentTime = 5;
    layers.set('pond-night', 1, 100);
    await breathe();
    context.currentTime = 5 + 19.2 * 3 + 7;
    layers.set('pond-flute', 1, 100);
    await breathe();
    const [first, second] = context.sources;
    const loop = manifest.loops['pond-flute'];
    expect(first?.started?.offset).toBeCloseTo(loop.lead, 6);
    expect(second?.started?.offset).toBeCloseTo(loop.lead + 7, 6);
    expect([second?.loop, second?.loopStart, second?.loopEnd]).toEqual([true, loop.lead, loop.lead + loop.length]);
  });

  it('are fetched once, stopped when faded to nothing, and started anew', async () => {
    const { context, layers, asked } = open();
    layers.set('pond-drum', 0.5, 100);
    layers.set('pond-drum', 0.6, 100);
    await breathe();
    layers.set('pond-drum', 0, 500);
    expect(context.sources[0]?.stopped).toBeCloseTo(0.55, 6);
    context.currentTime = 2;
    layers.set('pond-drum', 1, 100);
    layers.set('title', 1, 100);
    await breathe();
    layers.set('title', 0.5, 100);
    await breathe();
    expect(context.sources).toHaveLength(2);
    expect(asked).toEqual(['pond-drum', 'title']);
  });

  it('that were given up before they arrived stay silent', async () => {
    const { context, layers } = open();
    layers.set('pond-strings', 1, 100);
    layers.set('pond-strings', 0, 100);
    await breathe();
    expect(context.sources).toHaveLength(0);
  });
});

describe('layers with a place', () => {
  it('begin where they are heard from, and are then moved there', async () => {
    const { context, layers, place } = open();
    layers.set('road-water', 0.5, 100, 0.8);
    await breathe();
    const [panner] = context.panners;
    expect(context.panners).toHaveLength(1);
    expect(panner?.pan.value).toBe(0.8);
    expect(panner?.outs).toEqual([place]);
    layers.set('road-water', 0.5, 100, -0.4);
    expect(panner?.pan.value).toBe(-0.4);
    layers.set('road-water', 0.7, 100);
    expect(panner?.pan.value).toBe(-0.4);
    layers.set('road-water', 0.7, 100, -7);
    expect(panner?.pan.value).toBe(-1);
  });

  it('move without a step in between', async () => {
    const { context, layers } = open();
    layers.set('road-wind', 1, 100, -1);
    await breathe();
    const param = context.panners[0]?.pan;
    context.currentTime = 10;
    layers.set('road-wind', 1, 1_000, 1);
    context.currentTime = 10.5;
    layers.set('road-wind', 1, 1_000, -1);
    expect(param?.written.slice(-2)).toEqual([0, -1]);
  });

  it('leave the music in the middle, on its own bus', async () => {
    const { context, layers, music } = open();
    layers.set('road-strings', 1, 100, 1);
    await breathe();
    expect(context.panners).toHaveLength(0);
    expect(context.gains[0]?.outs).toEqual([music]);
  });

  it('sound from the middle where the browser cannot place them', async () => {
    const old = new StubContext();
    Object.assign(old, { createStereoPanner: undefined });
    const { context, layers, place } = open(old);
    layers.set('road-market', 1, 100, 1);
    await breathe();
    expect(context.sources[0]?.started).toBeDefined();
    expect(context.gains[0]?.outs).toEqual([place]);
  });

  it('turn at their own length', async () => {
    const { context, layers } = open();
    layers.set('road-water', 1, 100);
    await breathe();
    context.currentTime = 9.6 + 3;
    layers.set('road-strings', 1, 100);
    layers.set('road-wind', 1, 100);
    await breathe();
    const offsets = context.sources.map(({ started }) => started?.offset ?? 0);
    expect(offsets[1]).toBeCloseTo(manifest.loops['road-strings'].lead + 12.6, 6);
    expect(offsets[2]).toBeCloseTo(manifest.loops['road-wind'].lead + 3, 6);
  });
});

describe('a fade', () => {
  it('turns without a step', () => {
    const rising = { from: 0, to: 1, start: 10, end: 12 };
    expect(fadeAt(rising, 9)).toBe(0);
    expect(fadeAt(rising, 11)).toBe(0.5);
    const falling = turnFade(rising, 0, 11, 4);
    expect(fadeAt(falling, 11)).toBe(0.5);
    expect(fadeAt(falling, 13)).toBe(0.25);
    expect(fadeAt(falling, 99)).toBe(0);
  });
});

describe('a seam', () => {
  it('is led into the loop’s beginning', () => {
    // Worst case: what the encoder made of the loop's end is nothing like what lies before its start.
    const samples = Float32Array.from({ length: 5_000 }, (_, i) => (i < 2_500 ? Math.sin(i / 20) : -0.8));
    healSeam(samples, 1_000, 4_000);
    expect(samples[3_999]).toBeCloseTo(samples[999] ?? 9, 6);
    const steps = Array.from({ length: 999 }, (_, i) =>
      Math.abs((samples[3_001 + i] ?? 0) - (samples[3_000 + i] ?? 0)),
    );
    expect(Math.max(...steps)).toBeLessThan(0.06);
  });
});
