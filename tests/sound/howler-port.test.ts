import { afterEach, describe, expect, it, vi } from 'vitest';
import { readSounds } from '../../scripts/sound/read-sounds.ts';
import { readCues } from '../../src/sound/act-cues.ts';
import { createHowlerPort, type HowlerPort, type HowlerPortOptions } from '../../src/sound/howler-port.ts';
import type { CueEvent } from '../../src/sound/port.ts';
import { type StubContext, type StubHowler, stubHowler, StubPage } from './stub-howler.ts';

const pond = readCues(readSounds('duck-pond').sounds);
const road = readCues(readSounds('blind-and-lame').sounds);

interface House {
  readonly howler: StubHowler;
  readonly page: StubPage;
  readonly port: HowlerPort;
  readonly told: CueEvent[];
  readonly asked: string[];
}

/** Lets promises that are already settled be heard. */
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

async function open(howler = stubHowler(), options: HowlerPortOptions = {}): Promise<House> {
  const page = new StubPage();
  const asked: string[] = [];
  const port = createHowlerPort({
    page,
    load: async () => howler.library,
    canPlay: () => 'probably',
    fetchFile: async (url) => {
      asked.push(url);
      return new ArrayBuffer(8);
    },
    ...options,
  });
  const told: CueEvent[] = [];
  port.onCue((event) => told.push(event));
  await breathe();
  return { howler, page, port, told, asked };
}

function contextOf(house: House): StubContext {
  const context = house.howler.contexts[0];
  if (context === undefined) throw new Error('no context was made');
  return context;
}

/** A house in which the first touch has been and the effects are loaded. */
async function openTouched(options: HowlerPortOptions = {}): Promise<House> {
  const house = await open(stubHowler(), options);
  house.page.fire('pointerup');
  await breathe();
  house.port.prepare(pond);
  house.port.prepare(road);
  for (const howl of house.howler.howls) howl.options.onload();
  return house;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('before the first gesture', () => {
  it('makes no audio context and asks for no sound, whatever it is told', async () => {
    const house = await open();
    house.port.setVolumes({ master: 0.5, music: 0.5, effects: 0.5, voice: 0.5 });
    house.port.mute(true);
    house.port.mute(false);
    house.port.layer('pond-night', 1);
    house.port.prepare(pond);
    house.port.cue('shot');
    house.port.stopAll();
    house.port.suspend();
    house.port.resume();
    house.page.show(false);
    house.page.show(true);
    await breathe();
    expect(house.howler.contexts).toHaveLength(0);
    expect(house.howler.howls).toHaveLength(0);
    expect(house.asked).toEqual([]);
    expect(house.port.state).toBe('locked');
  });

  it('does not take the click of a script for a gesture', async () => {
    const house = await open();
    house.page.fire('click', false);
    expect(house.howler.contexts).toHaveLength(0);
    house.page.fire('click');
    expect(house.howler.contexts).toHaveLength(1);
  });

  it('begins inside the gesture itself, and only once', async () => {
    const house = await open();
    house.page.fire('pointerup');
    expect(house.howler.contexts).toHaveLength(1);
    house.page.fire('click');
    house.page.fire('keydown');
    expect(house.howler.contexts).toHaveLength(1);
    expect(house.howler.global.autoSuspend).toBe(false);
    expect(house.howler.global.autoUnlock).toBe(false);
  });

  it('begins at once when the page was touched before the port was made', async () => {
    const house = await open(stubHowler(), { wasTouched: () => true });
    expect(house.howler.contexts).toHaveLength(1);
  });

  it('may begin without one where that is waived', async () => {
    const house = await open(stubHowler(), { gesture: 'waived' });
    expect(house.howler.contexts).toHaveLength(1);
    expect(house.port.state).toBe('running');
  });
});

describe('volumes and mute', () => {
  it('keeps what it was told before the sound began', async () => {
    const house = await open();
    house.port.setVolumes({ master: 0.4, music: 0.5, effects: 0.6, voice: 0.7 });
    house.port.mute(true);
    house.page.fire('pointerup');
    await breathe();
    expect(house.howler.global.level).toBe(0.4);
    expect(house.howler.global.muted).toBe(true);
    house.howler.howls[0]?.options.onload();
    house.port.mute(false);
    house.port.cue('bet', { volume: 0.5, pan: -0.5, rate: 1.1 });
    expect(house.howler.played).toEqual([{ sprite: 'bet', volume: 0.3, pan: -0.5, rate: 1.1 }]);
  });

  it('sounds voices by the volume of voices, and keeps numbers within bounds', async () => {
    const house = await openTouched();
    house.port.setVolumes({ master: 7, music: 1, effects: 0.2, voice: 0.9 });
    house.port.cue('murmur', { pan: -9, rate: 9, volume: 9 });
    expect(house.howler.global.level).toBe(1);
    expect(house.howler.played).toEqual([{ sprite: 'murmur', volume: 0.9, pan: -1, rate: 2 }]);
  });
});

describe('cues', () => {
  it('are told to listeners even when muted, locked or unavailable', async () => {
    const locked = await open();
    locked.port.prepare(pond);
    locked.port.cue('shot', { pan: 0.3 });
    // An act's cue has no caption of its own: the act says what has happened.
    expect(locked.told).toEqual([{ id: 'shot', caption: undefined, pan: 0.3, sounded: false }]);

    const muted = await openTouched();
    muted.port.mute(true);
    muted.port.cue('bet');
    muted.port.cue('press');
    expect(muted.told.map((event) => [event.id, event.caption, event.sounded])).toEqual([
      ['bet', 'caption.bet', false],
      ['press', undefined, false],
    ]);
    expect(muted.howler.played).toEqual([]);

    const dumb = await open(stubHowler({ webAudio: false }));
    dumb.page.fire('pointerup');
    await breathe();
    expect(dumb.port.state).toBe('unavailable');
    dumb.port.cue('reveal');
    dumb.port.layer('title', 1);
    expect(dumb.told).toHaveLength(1);
  });

  it('stop being told when a listener leaves', async () => {
    const house = await open();
    const heard: string[] = [];
    const leave = house.port.onCue((event) => heard.push(event.id));
    house.port.cue('bet');
    leave();
    house.port.cue('reveal');
    expect(heard).toEqual(['bet']);
    expect(house.told).toHaveLength(2);
  });

  it('that nobody knows are ignored, those of an act that is not open too', async () => {
    const house = await openTouched();
    house.port.cue('fanfare');
    house.port.cue('toString');
    house.port.cue('rods');
    // @ts-expect-error: not a layer
    house.port.layer('disco', 1);
    expect(house.told).toEqual([]);
    expect(house.howler.played).toEqual([]);
  });

  it('of one kind that come together sound once, and take turns when they do not', async () => {
    const house = await openTouched();
    for (let bird = 0; bird < 12; bird++) house.port.cue('feed');
    expect(house.told).toHaveLength(12);
    expect(house.howler.played).toHaveLength(1);
    for (let second = 1; second <= 3; second++) {
      contextOf(house).currentTime = second;
      house.port.cue('feed');
    }
    expect(house.howler.played.map((sound) => sound.sprite)).toEqual(['feed-1', 'feed-2', 'feed-3', 'feed-1']);
  });

  it('of one throat cut each other short, those of two do not', async () => {
    const house = await openTouched();
    const context = contextOf(house);
    house.port.cue('call-left');
    context.currentTime = 0.25;
    house.port.cue('report');
    house.port.cue('staff-rock');
    expect(house.howler.played.map(({ sprite, volume }) => [sprite, volume])).toEqual([
      ['call-left', 1],
      ['report', 1],
      ['staff-rock', 1],
    ]);
    context.currentTime = 0.5;
    house.port.cue('call-right');
    expect(house.howler.played.map(({ sprite, volume }) => [sprite, volume])).toEqual([
      ['call-left', 0],
      ['report', 1],
      ['staff-rock', 1],
      ['call-right', 1],
    ]);
  });

  it('never throw, even when the browser does', async () => {
    const house = await openTouched();
    const howl = house.howler.howls[0];
    if (howl === undefined) throw new Error('no howl');
    howl.play = () => {
      throw new Error('InvalidStateError');
    };
    expect(() => house.port.cue('bet')).not.toThrow();
    expect(house.told.at(-1)?.sounded).toBe(false);
  });
});

describe('the effects of an act', () => {
  const filesOf = (house: House): string[] =>
    house.howler.howls.map(({ options }) => options.src[0]?.split('/').at(-1) ?? '');

  it('are not fetched with the house', async () => {
    const house = await open();
    house.page.fire('pointerup');
    await breathe();
    expect(filesOf(house)).toEqual(['effects-house.webm']);
  });

  it('are fetched once when the act asks, before the first gesture or after', async () => {
    const early = await open();
    early.port.prepare(road);
    expect(early.howler.howls).toHaveLength(0);
    early.page.fire('pointerup');
    await breathe();
    expect(filesOf(early)).toEqual(['effects-house.webm', 'effects-blind-and-lame.webm']);
    early.port.prepare(pond);
    early.port.prepare(road);
    early.port.prepare(pond);
    expect(filesOf(early)).toEqual(['effects-house.webm', 'effects-blind-and-lame.webm', 'effects-duck-pond.webm']);
  });

  it('are told and not heard as long as their file has not come', async () => {
    const house = await open();
    house.page.fire('pointerup');
    await breathe();
    house.port.prepare(road);
    house.port.cue('staff-rock');
    expect(filesOf(house)).toEqual(['effects-house.webm', 'effects-blind-and-lame.webm']);
    house.howler.howls[1]?.options.onload();
    house.port.cue('staff-rock');
    expect(house.told.map(({ sounded }) => sounded)).toEqual([false, true]);
  });

  it('take nothing from the house, whatever they are called', async () => {
    const house = await openTouched();
    house.port.prepare({ bet: { sprites: ['shot'], bus: 'voice', spacing: 0 } });
    house.port.cue('bet');
    expect(house.howler.played.map(({ sprite }) => sprite)).toEqual(['bet']);
    expect(house.told.at(-1)?.caption).toBe('caption.bet');
  });
});

describe('when the system takes the sound away', () => {
  it('asks for it back at once, and again at the next gesture if that was refused', async () => {
    const house = await openTouched();
    const context = contextOf(house);
    expect(house.port.state).toBe('running');
    context.refuses = 'rejects';
    context.become('interrupted');
    await breathe();
    expect(house.port.state).toBe('suspended');
    expect(house.howler.global.state).toBe('suspended');
    house.port.cue('shot');
    expect(house.howler.played).toEqual([]);

    context.refuses = 'no';
    house.page.fire('touchend');
    await breathe();
    expect(house.port.state).toBe('running');
    expect(house.howler.global.state).toBe('running');
    house.port.cue('shot');
    expect(house.howler.played).toHaveLength(1);
  });

  it('comes back from a suspension that nobody asked for', async () => {
    const house = await openTouched();
    contextOf(house).become('suspended');
    await breathe();
    expect(house.port.state).toBe('running');
  });

  it('sleeps while the page is hidden and wakes when it is seen', async () => {
    const house = await openTouched();
    house.page.show(false);
    await breathe();
    expect(contextOf(house).state).toBe('suspended');
    house.page.fire('pointerup');
    expect(contextOf(house).state).toBe('suspended');
    house.page.show(true);
    await breathe();
    expect(house.port.state).toBe('running');
  });

  it('stays asleep through gestures when the play was put away', async () => {
    const house = await openTouched();
    vi.useFakeTimers();
    house.port.suspend();
    expect(house.port.state).toBe('suspended');
    // The sound of the lamp being turned down is still heard; then the clock stops.
    house.port.cue('pause');
    expect(house.howler.played.map((sound) => sound.sprite)).toEqual(['lamp-down']);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(contextOf(house).state).toBe('suspended');
    house.page.fire('pointerup');
    house.page.show(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(contextOf(house).state).toBe('suspended');
    house.port.resume();
    await vi.advanceTimersByTimeAsync(0);
    expect(house.port.state).toBe('running');
  });

  it('does not fall asleep when it was taken up again at once', async () => {
    const house = await openTouched();
    vi.useFakeTimers();
    house.port.suspend();
    house.port.resume();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(house.port.state).toBe('running');
  });
});

describe('when files cannot be had', () => {
  it('tries the other format, then stays silent', async () => {
    const house = await open();
    house.page.fire('pointerup');
    await breathe();
    expect(house.howler.howls[0]?.options.format).toEqual(['webm']);
    house.howler.howls[0]?.options.onloaderror();
    expect(house.howler.howls[0]?.gone).toBe(true);
    expect(house.howler.howls[1]?.options.format).toEqual(['m4a']);
    house.howler.howls[1]?.options.onloaderror();
    expect(house.howler.howls).toHaveLength(2);
    house.port.cue('shot');
    expect(house.howler.played).toEqual([]);
    expect(house.port.state).toBe('running');
  });

  it('is unavailable, and harmless, when Howler itself cannot be fetched', async () => {
    const house = await open(stubHowler(), { load: () => Promise.reject(new Error('offline')) });
    house.page.fire('pointerup');
    await breathe();
    expect(house.port.state).toBe('unavailable');
    house.port.cue('bet');
    house.port.layer('title', 1);
    house.port.setVolumes({ master: 1, music: 1, effects: 1, voice: 1 });
    house.port.dispose();
    expect(house.told).toHaveLength(1);
  });
});

describe('layers', () => {
  it('wished for before the first gesture begin with it, and what is not wished for is not fetched', async () => {
    const house = await open();
    house.port.layer('pond-night', 0.8);
    house.port.layer('pond-drum', 0);
    house.page.fire('pointerup');
    await breathe();
    expect(house.asked).toHaveLength(1);
    expect(house.asked[0]).toContain('pond-night.webm');
    expect(contextOf(house).sources).toHaveLength(1);
  });

  it('that are heard from somewhere obey the effects, and are put away with the play', async () => {
    const house = await openTouched();
    house.port.setVolumes({ master: 1, music: 0, effects: 0.6, voice: 1 });
    // The first two gains are the buses of the music and of what has a place.
    const [music, place] = contextOf(house).gains;
    expect([music?.gain.value, place?.gain.value]).toEqual([0, 0.6]);
    house.port.suspend();
    expect(place?.gain.value).toBe(0);
    house.port.resume();
    expect(place?.gain.value).toBe(0.6);
  });

  it('keep their place when only their level is told', async () => {
    const house = await open();
    house.port.layer('road-water', 0.5, { pan: -0.7 });
    house.port.layer('road-water', 0.9);
    house.page.fire('pointerup');
    await breathe();
    const [panner] = contextOf(house).panners;
    expect(panner?.pan.value).toBe(-0.7);
    house.port.layer('road-water', 0.9, { pan: 0.2, fadeMs: 100 });
    expect(panner?.pan.value).toBe(0.2);
  });

  it('leave nothing behind when the port is let go', async () => {
    const house = await openTouched();
    house.port.layer('title', 1);
    await breathe();
    house.port.dispose();
    expect(house.page.count()).toBe(0);
    expect(house.howler.howls.every((howl) => howl.gone)).toBe(true);
    expect(contextOf(house).sources[0]?.stopped).toBeDefined();
    expect(contextOf(house).state).toBe('suspended');
  });
});
