import { masterEffect, masterLoop, trimTail } from '../../assets/sound/dsp/master.ts';
import { add, samples, secondsOf, type Signal, silence } from '../../assets/sound/dsp/signal.ts';
import type { Effect, Effects } from '../../assets/sound/effects/effect.ts';
import { LEAD_SECONDS } from '../../assets/sound/loops/tempo.ts';

/**
 * Silence around each effect. A decoder that does not take the encoder's delay off starts everything up to 64 ms late,
 * so a sprite is played for `AFTER` longer than its sound, and what remains of the gap keeps its neighbour out.
 */
const AFTER = 0.08;
const GAP = 0.22;

export interface Sprite {
  readonly signal: Signal;
  readonly sprites: Record<string, readonly [startMs: number, lengthMs: number]>;
}

export const master = (effect: Effect): Signal =>
  masterEffect(trimTail(effect.render(), 0.0006), effect.loudness, effect.fade);

/** Lays all effects one after the other. Every effect starts on a whole 20 ms, which is one frame of Opus. */
export function laySprite(effects: Effects): Sprite {
  const frame = 0.02;
  let at = GAP;
  const placed = Object.entries(effects).map(([id, effect]) => {
    const signal = master(effect);
    const start = at;
    at = Math.ceil((at + secondsOf(signal) + GAP) / frame) * frame;
    return { id, signal, start };
  });
  const whole = silence(at);
  for (const { signal, start } of placed) add(whole, signal, start);
  return {
    signal: whole,
    sprites: Object.fromEntries(
      placed.map(({ id, signal, start }) => [
        id,
        [Math.round(start * 1000), Math.round((secondsOf(signal) + AFTER) * 1000)],
      ]),
    ),
  };
}

/**
 * A loop with a lead: its own end before its start and its own start after its end. The sound is periodic throughout,
 * so wherever a decoder's delay puts the two loop points, they are one turn apart and the seam cannot be heard.
 */
export function layLoop(loop: Signal, loudness: number): Signal {
  const turn = masterLoop(loop, loudness);
  const lead = samples(LEAD_SECONDS);
  return new Float32Array(turn.length + 2 * lead).map((_, i) => turn[(i - lead + turn.length) % turn.length] ?? 0);
}
