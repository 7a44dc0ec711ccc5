/**
 * What a jointed puppet is, without saying how it is drawn.
 *
 * Units are the art's own (a standing host is about 580 units tall); y points down; angles are degrees, clockwise.
 * A limb hangs from its pivot along +y, a neck or a wing points up, everything faces +x.
 */

/** One piece of hide, hung from its parent at a joint. */
export interface Part {
  readonly name: string;
  /** atlas frame; `{dye}` stands for the chosen dye */
  readonly frame: string;
  /** the part it hangs from, or null for the root */
  readonly parent: string | null;
  /** the joint, in the parent's own space */
  readonly at: readonly [number, number];
  /** paint order: smaller is farther from the audience */
  readonly z: number;
  /** angle against the parent when a pose says nothing */
  readonly rest: number;
  /** least and greatest angle against the parent */
  readonly range: readonly [number, number];
  /** drawn unless a pose says otherwise */
  readonly shown: boolean;
  /** multiplied over the frame, for limbs on the far side */
  readonly tint: string | null;
}

/** A part as it is written in rig.json: what is usual may be left out. */
export interface PartSource {
  readonly name: string;
  readonly frame: string;
  readonly parent?: string;
  readonly at?: readonly [number, number];
  readonly z: number;
  readonly rest?: number;
  readonly range?: readonly [number, number];
  readonly shown?: boolean;
  readonly tint?: string;
}

export interface RigSource {
  readonly name: string;
  /** raster pixels per art unit in the atlas */
  readonly scale: number;
  readonly parts: readonly PartSource[];
  /** dye name → colour name used in the part's drawing → palette name */
  readonly dyes: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Rig {
  readonly name: string;
  readonly scale: number;
  /** parents always come before their children */
  readonly parts: readonly Part[];
  /** for each part the index of its parent, −1 for the root */
  readonly parents: Int16Array;
  /** indices of parts from the farthest to the nearest */
  readonly order: readonly number[];
  readonly dyes: RigSource['dyes'];
}

/** What a puppet does at one moment. A part that is not named keeps its rest angle. */
export interface Pose {
  /** root, against the puppet's own ground point */
  readonly x: number;
  readonly y: number;
  /** degrees, of the whole figure about its root */
  readonly rotation: number;
  /** degrees against the parent */
  readonly angles: Readonly<Record<string, number>>;
  /** squash of single parts (a wing seen edge-on); children do not inherit it */
  readonly scales?: Readonly<Record<string, readonly [number, number]>>;
  /** parts to show or to hide against their habit */
  readonly shown?: Readonly<Record<string, boolean>>;
}

/** Reads a rig.json. Throws when a part hangs from one that does not exist or that comes later. */
export function readRig(source: RigSource): Rig {
  const index = new Map<string, number>();
  const parts: Part[] = [];
  for (const p of source.parts) {
    if (index.has(p.name)) throw new Error(`${source.name}: two parts are called ${p.name}`);
    if (p.parent !== undefined && !index.has(p.parent))
      throw new Error(`${source.name}: ${p.name} hangs from ${p.parent}, which comes later or never`);
    index.set(p.name, parts.length);
    parts.push({
      name: p.name,
      frame: p.frame,
      parent: p.parent ?? null,
      at: p.at ?? [0, 0],
      z: p.z,
      rest: p.rest ?? 0,
      range: p.range ?? [-180, 180],
      shown: p.shown ?? true,
      tint: p.tint ?? null,
    });
  }
  const parents = Int16Array.from(parts, (p) => (p.parent === null ? -1 : (index.get(p.parent) ?? -1)));
  const order = parts.map((_, i) => i).sort((a, b) => (parts[a]?.z ?? 0) - (parts[b]?.z ?? 0) || a - b);
  return { name: source.name, scale: source.scale, parts, parents, order, dyes: source.dyes };
}

/** The frame of a part in a dye. */
export function frameOf(part: Part, dye: string): string {
  return part.frame.replace('{dye}', dye);
}
