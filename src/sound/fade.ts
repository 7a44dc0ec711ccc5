/** A straight fade of a gain, in the audio clock's seconds. */
export interface Fade {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
}

/** Where a fade is at a moment. Computed and not read from the gain, for browsers disagree about what that reads in mid-fade. */
export function fadeAt(fade: Fade, now: number): number {
  if (now >= fade.end) return fade.to;
  if (now <= fade.start) return fade.from;
  return fade.from + ((fade.to - fade.from) * (now - fade.start)) / (fade.end - fade.start);
}

/** Turns a running fade towards a new height without a step. */
export const turnFade = (fade: Fade, to: number, now: number, seconds: number): Fade => ({
  from: fadeAt(fade, now),
  to,
  start: now,
  end: now + seconds,
});

/** Writes a fade into a gain. */
export function applyFade(gain: AudioParam, fade: Fade): void {
  gain.cancelScheduledValues(fade.start);
  gain.setValueAtTime(fade.from, fade.start);
  gain.linearRampToValueAtTime(fade.to, Math.max(fade.end, fade.start + 0.005));
}
