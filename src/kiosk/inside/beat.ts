/**
 * The sign of life that the outer page waits for. It comes from the frame loop, never from a timer: a page that draws
 * nothing is dead, however well its timers run. While a stage is shown, the stage too must have drawn.
 */

/** Pause between two beats, in milliseconds. */
export const BEAT_MS = 5000;

export interface Beat {
  /** One frame of the page. `now`: milliseconds of the monotonic clock. */
  frame(now: number): void;
  /** A stage is open and draws from now on; returns the way to say that it is closed. */
  watchStage(): () => void;
  /** The stage has drawn a frame. */
  drew(): void;
}

export function makeBeat(tell: () => void): Beat {
  let last = -Infinity;
  let stages = 0;
  let drawn = false;
  return {
    frame(now) {
      if (now - last < BEAT_MS || (stages > 0 && !drawn)) return;
      last = now;
      drawn = false;
      tell();
    },
    watchStage() {
      stages += 1;
      drawn = true;
      let open = true;
      return () => {
        if (open) stages -= 1;
        open = false;
      };
    },
    drew() {
      drawn = true;
    },
  };
}

/** Lets the page's own frames drive it. Returns the way to stop. */
export function driveBeat(beat: Pick<Beat, 'frame'>): () => void {
  let asked = 0;
  const run = (now: number): void => {
    beat.frame(now);
    asked = requestAnimationFrame(run);
  };
  asked = requestAnimationFrame(run);
  return () => cancelAnimationFrame(asked);
}
