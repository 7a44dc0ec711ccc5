import { applyFade, type Fade, turnFade } from './fade.ts';
import { isPlace, type LayerId } from './layers.ts';
import type { BuiltLoop } from './manifest.ts';
import { healSeam } from './seam.ts';

export interface LayerPlayer {
  /** Fades a layer, and one with a place to its place; loads it the first time it is wanted. */
  readonly set: (id: LayerId, level: number, fadeMs: number, pan?: number) => void;
  readonly stopAll: () => void;
}

interface Voice {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  fade: Fade;
  /** Absent for music, and where the browser has none (Safari before 14.1): then it comes from the middle. */
  readonly panner: StereoPannerNode | undefined;
  turning: Fade;
}

interface Wish {
  readonly level: number;
  readonly pan: number;
}

/** Seconds in which a layer that is stopped at once still fades, so that it does not click. */
const CUT = 0.03;

/** Seconds between deciding that a layer starts and its start. */
const AHEAD = 0.03;

const NOTHING: Wish = { level: 0, pan: 0 };

/** Makes a panner, or nothing where there is none to be had. */
function makePanner(context: BaseAudioContext): StereoPannerNode | undefined {
  return typeof context.createStereoPanner === 'function' ? context.createStereoPanner() : undefined;
}

/**
 * Plays the layers on the audio clock itself. Howler would loop a sprite by a timer; here the buffer loops between two
 * points inside the file, to the sample, and every layer starts where the others already are.
 * @param outFor    the bus that a layer goes to
 * @param fetchLoop gives a decoded loop, or undefined when it cannot be had in any format
 */
export function createLayerPlayer(
  context: BaseAudioContext,
  outFor: (id: LayerId) => AudioNode,
  loops: Readonly<Record<LayerId, BuiltLoop>>,
  fetchLoop: (id: LayerId) => Promise<AudioBuffer | undefined>,
): LayerPlayer {
  const wishes = new Map<LayerId, Wish>();
  const voices = new Map<LayerId, Voice>();
  const buffers = new Map<LayerId, AudioBuffer>();
  const asked = new Set<LayerId>();
  /** The moment of beat one. Set by the first layer to sound. */
  let epoch: number | undefined;

  function raise(id: LayerId, buffer: AudioBuffer, { level, pan }: Wish, seconds: number): void {
    const loop = loops[id];
    // A little ahead, for what is asked for "now" begins late by a block or two, and the layers would drift apart.
    const at = context.currentTime + AHEAD;
    epoch ??= at;
    const source = context.createBufferSource();
    const gain = context.createGain();
    const panner = isPlace(id) ? makePanner(context) : undefined;
    source.buffer = buffer;
    source.loop = true;
    source.loopStart = loop.lead;
    source.loopEnd = loop.lead + loop.length;
    source.connect(gain);
    if (panner === undefined) gain.connect(outFor(id));
    else {
      gain.connect(panner);
      panner.connect(outFor(id));
    }
    const fade: Fade = { from: 0, to: level * loop.gain, start: at, end: at + seconds };
    // It begins where it is: one who cannot see must not hear it wander in from the middle.
    const turning: Fade = { from: pan, to: pan, start: at, end: at };
    applyFade(gain.gain, fade);
    if (panner !== undefined) applyFade(panner.pan, turning);
    source.onended = () => {
      gain.disconnect();
      panner?.disconnect();
    };
    source.start(at, loop.lead + ((at - epoch) % loop.length));
    voices.set(id, { source, gain, fade, panner, turning });
  }

  function lower(id: LayerId, voice: Voice, seconds: number): void {
    voice.fade = turnFade(voice.fade, 0, context.currentTime, seconds);
    applyFade(voice.gain.gain, voice.fade);
    voice.source.stop(voice.fade.end + 0.05);
    voices.delete(id);
  }

  function move(voice: Voice, height: number, pan: number, seconds: number): void {
    const now = context.currentTime;
    if (voice.fade.to !== height) {
      voice.fade = turnFade(voice.fade, height, now, seconds);
      applyFade(voice.gain.gain, voice.fade);
    }
    if (voice.panner !== undefined && voice.turning.to !== pan) {
      voice.turning = turnFade(voice.turning, pan, now, seconds);
      applyFade(voice.panner.pan, voice.turning);
    }
  }

  function apply(id: LayerId, seconds: number): void {
    const wish = wishes.get(id) ?? NOTHING;
    const voice = voices.get(id);
    const buffer = buffers.get(id);
    if (voice !== undefined && wish.level === 0) lower(id, voice, seconds);
    else if (voice !== undefined) move(voice, wish.level * loops[id].gain, wish.pan, seconds);
    else if (wish.level > 0 && buffer !== undefined) raise(id, buffer, wish, seconds);
    else if (wish.level > 0 && !asked.has(id)) void load(id, seconds);
  }

  async function load(id: LayerId, seconds: number): Promise<void> {
    // Asked once in a page's life: a file that is missing is not asked for on every change of the play.
    asked.add(id);
    const buffer = await fetchLoop(id);
    if (buffer === undefined) return;
    const { lead, length } = loops[id];
    for (let channel = 0; channel < buffer.numberOfChannels; channel++) {
      healSeam(
        buffer.getChannelData(channel),
        Math.round(lead * buffer.sampleRate),
        Math.round((lead + length) * buffer.sampleRate),
      );
    }
    buffers.set(id, buffer);
    apply(id, seconds);
  }

  return {
    set(id, level, fadeMs, pan) {
      const before = wishes.get(id) ?? NOTHING;
      const wish: Wish = {
        level: Math.min(1, Math.max(0, level)),
        pan: pan === undefined ? before.pan : Math.min(1, Math.max(-1, pan)),
      };
      if (before.level === wish.level && before.pan === wish.pan) return;
      wishes.set(id, wish);
      apply(id, fadeMs / 1000);
    },
    stopAll() {
      wishes.clear();
      for (const [id, voice] of voices) lower(id, voice, CUT);
      epoch = undefined;
    },
  };
}
