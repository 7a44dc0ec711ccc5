import type { CaptionKey, Cue } from './cue.ts';
import { HOUSE_CUES } from './house-cues.ts';
import { POND_CUES } from './pond-cues.ts';
import { ROAD_CUES } from './road-cues.ts';

export type { CaptionKey, Cue, CueBus } from './cue.ts';

/** Every cue there is, named by what it means and not by how it sounds. */
export const CUES = { ...HOUSE_CUES, ...POND_CUES, ...ROAD_CUES } as const satisfies Readonly<Record<string, Cue>>;

export type CueId = keyof typeof CUES;

/** Whether a word that came from outside the types (a level file, a replay) is a cue. */
export const isCue = (id: string): id is CueId => Object.hasOwn(CUES, id);

/** Every caption key a language must have words for. */
export const captionKeys = (): CaptionKey[] => [
  ...new Set(Object.values<Cue>(CUES).flatMap((cue) => (cue.caption === undefined ? [] : [cue.caption]))),
];
