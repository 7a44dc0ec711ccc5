/** What kind of picture the eyes that are open now make: how dark, how misty, who is there. Pure; reads only the view. */
import type { ScreenView } from '../rules/views.ts';

/** Who is on the stage. */
export type Cast = 'blind' | 'lame' | 'pair';
export type FramingName = 'near' | 'far' | 'seat';

export interface Look {
  readonly cast: Cast;
  readonly framing: FramingName;
  /** 1: nothing is seen but what the lamp and the staff reach; with both eyes open only under the map. */
  readonly dark: number;
  /** 1: mist lies over everything that is not known. */
  readonly mist: number;
  /** 1: the map is unrolled. */
  readonly map: number;
  /** 1: played by ear, nothing is drawn but a glimmer. */
  readonly ear: number;
}

/** The look for a view. */
export function chooseLook(view: ScreenView): Look {
  const { passage, eyes, parameters } = view;
  const cast: Cast = passage === 'together' ? 'pair' : passage;
  const ear = parameters.ear === 1 && passage !== 'lame' && !view.isOver ? 1 : 0;
  // At the end all is shown as it stands: the map is rolled up, and they are near.
  if (view.isOver && passage === 'together') return { cast, framing: 'near', dark: 0, mist: 0.85, map: 0, ear };
  if (passage === 'lame') return { cast, framing: 'seat', dark: 0, mist: 0, map: view.lame === null ? 0 : 1, ear };
  if (eyes === 'both') return { cast, framing: 'far', dark: 0.9, mist: 0.8, map: 1, ear };
  if (eyes === 'lame') return { cast, framing: 'far', dark: 0, mist: 0, map: 1, ear };
  return { cast, framing: 'near', dark: passage === 'blind' ? 1 : 0, mist: passage === 'blind' ? 0 : 1, map: 0, ear };
}
