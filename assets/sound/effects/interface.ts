import { hump, through } from '../dsp/envelope.ts';
import { ring } from '../dsp/modes.ts';
import { room } from '../dsp/room.ts';
import { arrange } from '../dsp/signal.ts';
import { swish } from '../instruments/air.ts';
import { mutedDrum } from '../instruments/drum.ts';
import { pipa } from '../instruments/pluck.ts';
import { A4, D5 } from '../instruments/scale.ts';
import { woodblock } from '../instruments/woodblock.ts';
import type { Effects } from './effect.ts';

/** What answers a finger. Quiet and short: they are heard a thousand times. */
export const interfaceSounds: Effects = {
  press: { loudness: -30, render: () => woodblock(930, 0.09) },
  slide: {
    loudness: -34,
    render: () =>
      ring(0.04, [
        { hz: 1_180, level: 1, decay: 0.03 },
        { hz: 1_730, level: 0.3, decay: 0.02 },
      ]),
    fade: 0.01,
  },
  refused: {
    loudness: -25,
    render: () =>
      arrange(0.34, [
        [0, mutedDrum(), 0.8],
        [0.13, mutedDrum(), 0.6],
      ]),
  },
  'lamp-down': { loudness: -25, render: () => swish(0.5, through([0, 800], [0.5, 240]), 0.9, hump(0.5, 0.2), 231) },
  'lamp-up': { loudness: -25, render: () => swish(0.5, through([0, 260], [0.5, 820]), 0.9, hump(0.5, 0.6), 232) },
  right: {
    loudness: -19,
    render: () =>
      room(
        arrange(0.75, [
          [0, woodblock(760), 0.8],
          [0.14, woodblock(1_010), 1],
          [0.14, pipa(A4, 0.5), 0.22],
          [0.24, pipa(D5, 0.5), 0.25],
        ]),
        0.4,
        0.25,
      ),
    fade: 0.2,
  },
  wrong: {
    loudness: -20,
    render: () =>
      room(
        arrange(0.6, [
          [0, mutedDrum(), 1],
          [0.2, mutedDrum(), 0.7],
        ]),
        0.4,
        0.25,
      ),
    fade: 0.15,
  },
};
