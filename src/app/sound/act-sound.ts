/** How an act sounds while it is played: its `sounds.json`, led by what happens and by the state. */
import type { Happening } from '../../kernel/act.ts';
import { readCues } from '../../sound/act-cues.ts';
import { layer, playCue, prepareCues } from './cues.ts';
import { type ActSounds, chooseCues, hearLayer } from './sounds-file.ts';

const files = import.meta.glob<ActSounds>('../../../levels/*/sounds.json', { import: 'default' });

/** Layers are set this often at most, in milliseconds; they fade by themselves in between. */
const EVERY_MS = 250;

/** A layer with a place is moved quicker than music is faded: one who walks by ear must not hear where he was. */
const PLACED_FADE_MS = 450;

export interface ActSound {
  happened(happened: readonly Happening[]): void;
  /** Call once a frame; it does something a few times a second. */
  follow(state: unknown): void;
  /** Fades the act's layers out, and leaves unsaid what was to sound later. */
  leave(): void;
}

/** Loads how an act sounds; an act without the file is silent. */
export async function loadActSound(act: string): Promise<ActSound> {
  const load = files[`../../../levels/${act}/sounds.json`];
  const sounds: ActSounds = load ? await load() : { sounds: {}, cues: {}, layers: [], positions: 1 };
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  let last = -EVERY_MS;
  prepareCues(readCues(sounds.sounds));
  return {
    happened(happened) {
      for (const one of happened) {
        for (const { id, options, after } of chooseCues(sounds, one)) {
          if (after === 0) playCue(id, options);
          else {
            const timer = setTimeout(() => {
              waiting.delete(timer);
              playCue(id, options);
            }, after);
            waiting.add(timer);
          }
        }
      }
    },
    follow(state) {
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      for (const following of sounds.layers) {
        const { level, pan } = hearLayer(state, following);
        const fadeMs = following.fade ?? (pan === undefined ? undefined : PLACED_FADE_MS);
        layer(following.layer, level, {
          ...(pan !== undefined && { pan }),
          ...(fadeMs !== undefined && { fadeMs }),
        });
      }
    },
    leave() {
      for (const timer of waiting) clearTimeout(timer);
      waiting.clear();
      for (const following of sounds.layers) layer(following.layer, 0);
    },
  };
}
