import type { CaptionKey, Cue, CueTable } from './cue.ts';
import { HOUSE_CUES } from './house-cues.ts';

export type { CaptionKey, Cue, CueBus, CueTable } from './cue.ts';

/** A cue of the house, named by what it means and not by how it sounds. An act's own are words of its `sounds.json`. */
export type CueId = keyof typeof HOUSE_CUES;

/** Whether a word that came from outside the types (a level file, a replay) is a cue of the house. */
export const isHouseCue = (id: string): id is CueId => Object.hasOwn(HOUSE_CUES, id);

/** Every caption key that a language must have words for. */
export const captionKeys = (): CaptionKey[] => [
  ...new Set(Object.values<Cue>(HOUSE_CUES).flatMap((cue) => (cue.caption === undefined ? [] : [cue.caption]))),
];

export interface CueBook {
  /** Takes in an act's own cues. */
  readonly learn: (cues: CueTable) => void;
  readonly find: (id: string) => Cue | undefined;
}

/** The cues that a port knows: the house's, and those of the acts that were opened. */
export function createCueBook(): CueBook {
  const known = new Map<string, Cue>(Object.entries<Cue>(HOUSE_CUES));
  return {
    learn(cues) {
      for (const [id, cue] of Object.entries(cues)) if (!isHouseCue(id)) known.set(id, cue);
    },
    find: (id) => known.get(id),
  };
}
