/** Drum beats in a row: those that were struck, those up to the fewest, and those that may still be needed. */
import type { JSX } from 'preact';
import { LEAST, MOST } from '../../quiz/examination/index.ts';

/** Between two beats, in units of the drawing. */
const STEP = 20;
/** Half the width of a drum. */
const DRUM = 7.5;

/** For the eye only: the words beside it say the same. */
export function Beats({ beat }: { readonly beat: number }): JSX.Element {
  const places = Array.from({ length: MOST }, (_, place) => ({ place, x: place * STEP + STEP / 2 }));
  return (
    <svg class="beats" viewBox={`0 0 ${MOST * STEP} 26`} aria-hidden="true">
      <path class="beats-cord" d={`M0 13H${MOST * STEP}`} />
      {places.map(({ place, x }) => (
        <circle
          key={place}
          class={place < beat ? 'beat beat-struck' : place < LEAST ? 'beat beat-sure' : 'beat'}
          cx={x}
          cy="13"
          r={place < beat ? DRUM : place < LEAST ? DRUM - 2.5 : DRUM - 4.5}
        />
      ))}
      {places.slice(0, beat).map(({ place, x }) => (
        <circle key={`skin ${place}`} class="beat-skin" cx={x} cy="13" r={DRUM - 3.5} />
      ))}
    </svg>
  );
}
