import { interfaceSounds } from '../effects/interface.ts';
import { muster } from '../effects/muster.ts';
import { theatre } from '../effects/theatre.ts';
import { title } from '../loops/title.ts';
import type { Pack } from './pack.ts';

export const pack: Pack = {
  effects: { ...interfaceSounds, ...theatre, ...muster },
  loops: {
    /** The road before and between the acts. */
    title: { kind: 'music', loudness: -20, render: title, gain: 0.8, opus: 15, aac: 16 },
  },
};
