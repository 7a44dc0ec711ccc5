/** The way of a visitor through a kiosk, as a table: where one is, what happened, where one is then. Pure. */
import type { Station } from '../messages/messages.ts';

/** Why a visit ends. `ended`: staff ended it; `hour`: nobody was here for an hour, and the page is made new. */
export type End = 'done' | 'left' | 'ended' | 'hour' | 'failed';

export type At =
  | { readonly station: Exclude<Station, 'play' | 'reset'> }
  | { readonly station: 'play'; readonly act: string; readonly way: string | null }
  /** There is no way on from here but a new load of the page. */
  | { readonly station: 'reset'; readonly why: End };

export type Step =
  | {
      readonly what: 'ready' | 'touched' | 'spoken' | 'askLanguage' | 'examination' | 'finished' | 'gaveUp' | 'another';
    }
  | { readonly what: 'act'; readonly act: string; readonly way: string | null }
  | { readonly what: End };

export const BEGINNING: At = { station: 'boot' };

/** Stations at which somebody is here, so that silence means something. */
const VISITED: ReadonlySet<Station> = new Set(['language', 'choose', 'play', 'examine', 'result']);

export function isVisited(station: Station): boolean {
  return VISITED.has(station);
}

/**
 * Where a step leads. A step that means nothing where one is leads nowhere: the same object comes back. With one
 * language nobody is asked for it, though its page can still be asked for.
 */
export function takeStep(at: At, step: Step, languages: number): At {
  const from = (stations: readonly Station[], to: At): At => (stations.includes(at.station) ? to : at);
  switch (step.what) {
    case 'ready':
      return from(['boot'], { station: 'attract' });
    case 'touched':
      return from(['attract'], { station: languages > 1 ? 'language' : 'choose' });
    case 'spoken':
      return from(['language'], { station: 'choose' });
    case 'askLanguage':
      return from(['choose'], { station: 'language' });
    case 'act':
      return from(['choose'], { station: 'play', act: step.act, way: step.way });
    case 'examination':
      return from(['choose'], { station: 'examine' });
    case 'finished':
      return from(['play', 'examine'], { station: 'result' });
    case 'gaveUp':
      return from(['play', 'examine'], { station: 'choose' });
    case 'another':
      return from(['result'], { station: 'choose' });
    case 'hour':
      return from(['attract'], { station: 'reset', why: 'hour' });
    case 'failed':
      return at.station === 'reset' ? at : { station: 'reset', why: 'failed' };
    case 'done':
    case 'left':
    case 'ended':
      return from([...VISITED], { station: 'reset', why: step.what });
  }
}
