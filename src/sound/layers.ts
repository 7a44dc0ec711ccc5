import { type LayerId, manifest } from './manifest.ts';

export type { LayerId } from './manifest.ts';

export const isLayer = (id: string): id is LayerId => Object.hasOwn(manifest.loops, id);

/** Whether a layer comes from a side, and obeys the volume of the effects: see `LoopKind` of the recipes. */
export const isPlace = (id: LayerId): boolean => manifest.loops[id].kind === 'place';
