import { applyFade, type Fade, turnFade } from './fade.ts';
import type { LayerId } from './layers.ts';
import type { BuiltLoop } from './manifest.ts';
import { healSeam } from './seam.ts';

export interface LayerPlayer {
  /** Fades a layer; loads it the first time it is wanted. */
  readonly set: (id: LayerId, level: number, fadeMs: number) => void;
  readonly stopAll: () => void;
}

interface Voice {
  readonly source: AudioBufferSourceNode;
  readonly gain: GainNode;
  fade: Fade;
}

/** Seconds in which a layer that is stopped at once still fades, so that it does not click. */
const CUT = 0.03;

/** Seconds between deciding that a layer starts and its start. */
const AHEAD = 0.03;

/**
 * Plays the layers on the audio clock itself. Howler would loop a sprite by a timer; here the buffer loops between two
 * points inside the file, to the sample, and every layer starts where the others already are.
 * @param fetchLoop gives a decoded loop, or undefined when it cannot be had in any format
 */
export function createLayerPlayer(
  context: BaseAudioContext,
  out: AudioNode,
  loops: Readonly<Record<LayerId, BuiltLoop>>,
  fetchLoop: (id: LayerId) => Promise<AudioBuffer | undefined>,
): LayerPlayer {
  const levels = new Map<LayerId, number>();
  const voices = new Map<LayerId, Voice>();
  const buffers = new Map<LayerId, AudioBuffer>();
  const asked = new Set<LayerId>();
  /** The moment of beat one. Set by the first layer to sound. */
  let epoch: number | undefined;

  function raise(id: LayerId, buffer: AudioBuffer, level: number, seconds: number): void {
    const loop = loops[id];
    // A little ahead, for what is asked for "now" begins late by a block or two, and the layers would drift apart.
    const at = context.currentTime + AHEAD;
    epoch ??= at;
    const source = context.createBufferSource();
    const gain = context.createGain();
    source.buffer = buffer;
    source.loop = true;
    source.loopStart = loop.lead;
    source.loopEnd = loop.lead + loop.length;
    source.connect(gain);
    gain.connect(out);
    const fade: Fade = { from: 0, to: level * loop.gain, start: at, end: at + seconds };
    applyFade(gain.gain, fade);
    source.onended = () => gain.disconnect();
    source.start(at, loop.lead + ((at - epoch) % loop.length));
    voices.set(id, { source, gain, fade });
  }

  function lower(id: LayerId, voice: Voice, seconds: number): void {
    voice.fade = turnFade(voice.fade, 0, context.currentTime, seconds);
    applyFade(voice.gain.gain, voice.fade);
    voice.source.stop(voice.fade.end + 0.05);
    voices.delete(id);
  }

  function apply(id: LayerId, seconds: number): void {
    const level = levels.get(id) ?? 0;
    const voice = voices.get(id);
    const buffer = buffers.get(id);
    if (voice !== undefined && level === 0) lower(id, voice, seconds);
    else if (voice !== undefined) {
      voice.fade = turnFade(voice.fade, level * loops[id].gain, context.currentTime, seconds);
      applyFade(voice.gain.gain, voice.fade);
    } else if (level > 0 && buffer !== undefined) raise(id, buffer, level, seconds);
    else if (level > 0 && !asked.has(id)) void load(id, seconds);
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
    set(id, level, fadeMs) {
      const wanted = Math.min(1, Math.max(0, level));
      if ((levels.get(id) ?? 0) === wanted) return;
      levels.set(id, wanted);
      apply(id, fadeMs / 1000);
    },
    stopAll() {
      levels.clear();
      for (const [id, voice] of voices) lower(id, voice, CUT);
      epoch = undefined;
    },
  };
}
