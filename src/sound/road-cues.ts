import { type Cue, tells } from './cue.ts';

/** A cue with two forms that take turns: what comes at every step must not be a machine. */
const twofold = (id: string, spacing: number): Cue & { readonly caption: `caption.${string}` } => ({
  ...tells(id, spacing),
  sprites: [`${id}-1`, `${id}-2`],
});

/** A word of one of the two men. */
const says = (throat: 'lame' | 'blind', id: string): Cue & { readonly caption: `caption.${string}` } => ({
  ...tells(id, 80),
  bus: 'voice',
  throat,
});

/** On the road of the blind man and the lame man. All of it can be played by ear. */
export const ROAD_CUES = {
  // What the staff finds
  /** Trodden earth: a way. */
  'staff-earth': twofold('staff-earth', 80),
  /** Planks of a bridge: a way. */
  'staff-wood': twofold('staff-wood', 80),
  /** A stepping stone in the river: a way. */
  'staff-stone': twofold('staff-stone', 80),
  /** Rock: no way. */
  'staff-rock': tells('staff-rock', 80),
  /** Nothing: a ravine. What it loosened is heard falling, late. */
  'staff-ravine': tells('staff-ravine', 80),
  /** Deep water. */
  'staff-water': tells('staff-water', 80),

  // Feet
  'foot-earth': twofold('foot-earth', 80),
  'foot-wood': twofold('foot-wood', 80),
  'foot-stone': twofold('foot-stone', 80),
  /** A stride meets a slope that has come down. */
  'stumble-rock': tells('stumble-rock', 200),
  /** A stride meets a bridge that is no more. */
  'stumble-ravine': tells('stumble-ravine', 200),
  /** A stride meets water where stones were. */
  'stumble-water': tells('stumble-water', 200),

  // Voices
  /** The lame man's word: two notes that fall. */
  'call-left': says('lame', 'call-left'),
  /** One note, twice. */
  'call-ahead': says('lame', 'call-ahead'),
  /** Two notes that rise. */
  'call-right': says('lame', 'call-right'),
  /** One note that sinks far. */
  'call-back': says('lame', 'call-back'),
  /** The blind man tells what he has touched. */
  report: says('blind', 'report'),
  /** He calls out and listens. No words, and one plays by its answer: it obeys the effects, as the echoes do. */
  sounding: { ...tells('sounding', 300), throat: 'blind' },
  /** Something closed right there. */
  'echo-near': tells('echo-near'),
  /** Something closed one step farther. */
  'echo-mid': tells('echo-mid'),
  /** Open for a while. */
  'echo-far': tells('echo-far'),

  // The road
  /** A passage begins. */
  passage: tells('passage', 600),
  /** The bell of the first market, of the second, of the third: each higher. */
  'bell-first': tells('bell-first', 300),
  'bell-second': tells('bell-second', 300),
  'bell-third': tells('bell-third', 300),
  /** A rival's pack animal goes by. */
  rival: tells('rival', 500),
  /** A brush puts the map right. */
  brush: tells('brush', 150),
} as const satisfies Readonly<Record<string, Cue>>;
