/** A key of the captions in the language files; the words are written there, not here. */
export type CaptionKey = `caption.${string}`;

/** Which of the player's volumes a cue obeys. `voice` is everything that comes out of a throat with words in it. */
export type CueBus = 'effects' | 'voice';

interface Sounding {
  /** Names in the sprite. Several are forms of one sound and take turns. */
  readonly sprites: readonly [string, ...string[]];
  readonly bus: CueBus;
  /** Milliseconds within which a second cue of the same kind is not sounded: twelve birds rising are one rush, not twelve. */
  readonly spacing: number;
}

/** A cue either says something, and then has a caption, or it only accompanies what is already said. */
export type Cue = Sounding &
  (
    | { readonly caption: CaptionKey; readonly decorative?: never }
    | { readonly decorative: true; readonly caption?: never }
  );

const tells = (sprite: string, spacing = 60): Cue & { readonly caption: CaptionKey } => ({
  sprites: [sprite],
  bus: 'effects',
  spacing,
  caption: `caption.${sprite}`,
});

const adorns = (sprite: string, spacing = 40): Cue => ({
  sprites: [sprite],
  bus: 'effects',
  spacing,
  decorative: true,
});

/** Every cue there is, named by what it means and not by how it sounds. */
export const CUES = {
  // Under the finger
  /** A button was pressed. */
  press: adorns('press'),
  /** A slider or a choice moved by one step. */
  slide: adorns('slide', 30),
  /** What was asked cannot be done now: no effort left, a tool not to be had. */
  refused: tells('refused', 150),
  /** The lamp is turned down: the play is paused. The pause screen says so itself. */
  pause: adorns('lamp-down'),
  /** The lamp is turned up again. */
  resume: adorns('lamp-up'),
  /** A question was answered rightly. */
  right: tells('right'),
  /** A question was answered wrongly. */
  wrong: tells('wrong'),

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

  // The theatre
  /** The lamp is being lit: something loads, something begins. */
  lamp: tells('lamp', 400),
  /** The curtain opens or closes. */
  curtain: tells('curtain', 400),
  /** A scroll is unrolled: a playbill, a page. */
  scroll: adorns('scroll', 200),
  /** The bet is placed. */
  bet: tells('bet', 200),
  /** The lamp goes behind the screen: how it really was. */
  reveal: tells('reveal', 1000),
  /** An evening begins. */
  evening: tells('evening', 1000),
  /** An evening is over. */
  night: tells('night', 1000),
  /** Morning: the night's losses and arrivals are counted. */
  dawn: tells('dawn', 1000),
  /** Someone mounts the platform: an examination begins, a rank is given. */
  muster: tells('muster', 1000),
  /** One beat of the big drum: an answer of the examination is given, whatever it is worth. */
  'drum-beat': tells('drum-beat', 120),
  /** The big drum rolls: the examination is over, the rank is about to be shown. */
  'drum-roll': tells('drum-roll', 1000),
  /** A foot on the wood of the platform. */
  step: tells('step', 120),
  /** A banner swings before the figure while its dress is changed. */
  banner: tells('banner', 600),
  /** The audience murmurs. */
  murmur: { ...tells('murmur', 800), bus: 'voice' },
  /** The audience is pleased. */
  approval: { ...tells('approval', 800), bus: 'voice' },
} as const satisfies Readonly<Record<string, Cue>>;

export type CueId = keyof typeof CUES;

/** Whether a word that came from outside the types (a level file, a replay) is a cue. */
export const isCue = (id: string): id is CueId => Object.hasOwn(CUES, id);

/** Every caption key a language must have words for. */
export const captionKeys = (): CaptionKey[] => [
  ...new Set(Object.values<Cue>(CUES).flatMap((cue) => (cue.caption === undefined ? [] : [cue.caption]))),
];
