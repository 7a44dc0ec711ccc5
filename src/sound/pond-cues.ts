import { type Cue, tells } from './cue.ts';

/** At the pond. */
export const POND_CUES = {
  // What the player does at the pond
  /** A bolt leaves the crossbow: loud, and the birds hear it. */
  shot: tells('shot'),
  /** The bolt has taken a duck. */
  hit: tells('hit'),
  /** The bolt went into the water. */
  miss: tells('miss'),
  /** Grain is thrown. */
  scatter: tells('scatter'),
  /** Glue is painted on the shore. */
  glue: tells('glue'),
  /** A duck has stepped into the glue and stays. */
  held: tells('held', 120),
  /** A calm duck is gathered by hand. */
  gather: tells('gather', 90),

  // What the birds do
  /** A duck comes down on the pond. */
  land: tells('land', 160),
  /** Birds rise in fear. */
  startle: tells('startle', 350),
  /** One bird gives the alarm; fear is high. */
  alarm: tells('alarm', 500),
  /** Birds feed calmly. */
  feed: { sprites: ['feed-1', 'feed-2', 'feed-3'], bus: 'effects', spacing: 250, caption: 'caption.feed' },
  /** Feeding birds call others down. */
  call: { sprites: ['call-1', 'call-2'], bus: 'effects', spacing: 600, caption: 'caption.call' },
  /** A flock crosses the sky. */
  flock: tells('flock', 800),
  /** Birds that nothing held leave in the night. */
  leave: tells('leave', 800),
} as const satisfies Readonly<Record<string, Cue>>;
