/**
 * All layers share one clock: sixteen slow beats. A layer may enter at any moment, because the port starts it where
 * the others already are. 19.2 s is a whole number of samples at 48 kHz and longer than a phrase one remembers.
 */
export const BEAT = 1.2;
export const BEATS = 16;
export const LOOP_SECONDS = BEAT * BEATS;

/** Layers of a place have no melody to get tired of, and are half as long. */
export const PLACE_SECONDS = LOOP_SECONDS / 2;

/** Seconds of the loop repeated before its start and after its end in the file; see the README. */
export const LEAD_SECONDS = 0.3;

/** Where in the file the seam lies: in the lead, half a breath before the first beat, so that no blow falls on it. */
export const SEAM_SECONDS = 0.15;
