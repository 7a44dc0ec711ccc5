/** How an act sounds, from its `sounds.json`: which cue goes with what happens, and what the layers of music follow. */
import type { Happening } from '../../kernel/act.ts';
import type { CueId, LayerId } from '../../sound/port.ts';
import { cue, layer } from './cues.ts';

/** One layer of music and the number of the act's state that it follows. */
interface FollowingLayer {
  readonly layer: LayerId;
  /** Fields of the state, separated by spaces, each a list of numbers; null for a layer that only stays. */
  readonly follows: string | null;
  readonly fold?: 'max' | 'sum';
  /** The layer goes from `quiet` to `full` while the number goes from `from` to `to`. */
  readonly from: number;
  readonly to: number;
  readonly quiet: number;
  readonly full: number;
}

interface ActSounds {
  /** Cue by the name of what happens. */
  readonly cues: Readonly<Record<string, CueId>>;
  readonly layers: readonly FollowingLayer[];
  /** Places from left to right that a happening's `at` may name. */
  readonly positions: number;
}

const files = import.meta.glob<ActSounds>('../../../levels/*/sounds.json', { import: 'default' });

/** Layers are set this often at most, in milliseconds; they fade by themselves in between. */
const EVERY_MS = 400;

export interface ActSound {
  happened(happened: readonly Happening[]): void;
  /** Call once a frame; it does something a few times a second. */
  follow(state: unknown): void;
  /** Fades the act's music out. */
  leave(): void;
}

/** Numbers of a field of the state, whatever the act calls it; a field that is not a list of numbers counts for nothing. */
function readField(state: unknown, field: string): ArrayLike<number> {
  const value = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[field] : undefined;
  return ArrayBuffer.isView(value) || Array.isArray(value) ? (value as unknown as ArrayLike<number>) : [];
}

function measure(state: unknown, { follows, fold }: FollowingLayer): number {
  let sum = 0;
  let max = 0;
  for (const field of (follows ?? '').split(' ')) {
    const values = readField(state, field);
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0;
      sum += value;
      max = Math.max(max, value);
    }
  }
  return fold === 'max' ? max : sum;
}

function levelOf(state: unknown, following: FollowingLayer): number {
  const { follows, from, to, quiet, full } = following;
  if (follows === null) return full;
  const share = Math.min(1, Math.max(0, (measure(state, following) - from) / (to - from)));
  return quiet + (full - quiet) * share;
}

/** Loads how an act sounds; an act without the file is silent. */
export async function loadActSound(act: string): Promise<ActSound> {
  const load = files[`../../../levels/${act}/sounds.json`];
  const sounds = load ? await load() : { cues: {}, layers: [], positions: 1 };
  let last = -EVERY_MS;
  return {
    happened(happened) {
      for (const one of happened) {
        const id = sounds.cues[one.what];
        if (id === undefined) continue;
        const at = (one as { readonly at?: number }).at;
        cue(id, at === undefined || sounds.positions < 2 ? 0 : (at / (sounds.positions - 1)) * 1.6 - 0.8);
      }
    },
    follow(state) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      for (const following of sounds.layers) layer(following.layer, levelOf(state, following));
    },
    leave() {
      for (const following of sounds.layers) layer(following.layer, 0);
    },
  };
}
