import { lowpass } from '../dsp/filter.ts';
import { room } from '../dsp/room.ts';
import { arrange, type Signal } from '../dsp/signal.ts';
import { A2, A3, C3, D3, D4, F3, G3 } from '../instruments/scale.ts';
import { phrase, sing } from '../instruments/throat.ts';
import type { Effects } from './effect.ts';

/** The lame man's voice carries: high for a man, and pinched. The blind man's is low and open. */
const LAME = 0.75;
const BLIND = 0.1;

/** The slope throws a little of every voice back. */
const outdoors = (voice: Signal): Signal => room(voice, 0.45, 0.22, 0.1);

/** Left: a fifth down, from bright to dark. */
const left = (): Signal =>
  phrase(
    [
      [{ seconds: 0.16, from: D4, to: D4, vowel: 'e', push: 0.8 }, 0.02],
      [{ seconds: 0.27, from: G3, to: G3 * 0.99, vowel: 'o' }, 0],
    ],
    LAME,
    851,
  );

/** Right: the same fifth upwards, from dark to bright. */
const right = (): Signal =>
  phrase(
    [
      [{ seconds: 0.16, from: G3, to: G3, vowel: 'o', push: 0.8 }, 0.02],
      [{ seconds: 0.27, from: D4, to: D4, vowel: ['e', 'i'] }, 0],
    ],
    LAME,
    852,
  );

/** Ahead: one note, twice, the mouth wide open. */
const ahead = (): Signal =>
  phrase(
    [
      [{ seconds: 0.17, from: A3, to: A3, vowel: 'a', push: 0.8 }, 0.06],
      [{ seconds: 0.27, from: A3, to: A3, vowel: 'a', push: 0.8 }, 0],
    ],
    LAME,
    853,
  );

/** Back: a long note that sinks by an octave, and the mouth closes over it. */
const back = (): Signal => sing({ seconds: 0.52, from: A3, to: A2, vowel: ['o', 'u'], push: 0.2 }, LAME, 854);

/** The blind man tells: three short words, low, and the last comes to rest. */
const tell = (): Signal =>
  phrase(
    [
      [{ seconds: 0.15, from: D3, to: D3, vowel: 'a' }, 0.015],
      [{ seconds: 0.15, from: F3, to: F3 * 0.97, vowel: 'e' }, 0.015],
      [{ seconds: 0.3, from: D3, to: C3, vowel: ['a', 'o'] }, 0],
    ],
    BLIND,
    855,
  );

/** He calls out: no word, only a voice that goes as far as it can. */
const hoo = (seconds: number): Signal =>
  sing({ seconds, from: F3 * 1.02, to: A3, vowel: ['a', 'o'], push: 0.9 }, 0.35, 856);

/** What comes back of it: the end of the call, the later the farther, and the farther the duller. */
const echo = (late: number, hz: number, ringing: number, seconds: number): Signal =>
  arrange(seconds, [[late, lowpass(lowpass(room(hoo(0.2), ringing, 0.35 + ringing * 0.5, 0.3), hz), hz)]]);

/** Voices of the road. */
export const voices: Effects = {
  'call-left': { loudness: -18, render: () => outdoors(left()), fade: 0.1 },
  'call-ahead': { loudness: -18, render: () => outdoors(ahead()), fade: 0.1 },
  'call-right': { loudness: -18, render: () => outdoors(right()), fade: 0.1 },
  'call-back': { loudness: -18, render: () => outdoors(back()), fade: 0.1 },
  report: { loudness: -20, render: () => outdoors(tell()), fade: 0.1 },
  sounding: { loudness: -18, render: () => outdoors(hoo(0.38)), fade: 0.1 },
  'echo-near': { loudness: -22, render: () => echo(0.01, 3_600, 0.12, 0.3), fade: 0.08 },
  'echo-mid': { loudness: -25, render: () => echo(0.1, 1_200, 0.5, 0.5), fade: 0.12 },
  'echo-far': { loudness: -28, render: () => echo(0.22, 560, 1.2, 0.8), fade: 0.2 },
};
