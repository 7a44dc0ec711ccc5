import { adorns, type Cue, tells } from './cue.ts';

/** Under the finger and around the play: every room of the house has these. */
export const HOUSE_CUES = {
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
