/** Where the province lies inside the opening at each form of the stage, and where its towns stand. Pure; CSS pixels. */
import { clamp, type Box, type StageForm, type StageLayout } from '../../../stage/layout/stage-layout.ts';
import type { Province } from '../rules/province/province.ts';
import { boxOf, lineUp, spreadOut, type Placed } from './spread.ts';

/** Where one town stands. */
export interface TownPlace {
  /** The middle of its ring of walls, on the ground. */
  readonly x: number;
  readonly y: number;
  /** CSS pixels per unit of the art: far towns are smaller. */
  readonly size: number;
  /** What is pressed. */
  readonly button: Box;
  /** The middle of the plate that says its walls, and the plate's height. */
  readonly plate: { readonly x: number; readonly y: number; readonly height: number };
}

export interface ProvinceLayout {
  readonly form: StageForm;
  readonly opening: Box;
  /** The part of the opening in which things are placed. */
  readonly view: Box;
  /** Where the land meets the sky. */
  readonly horizon: number;
  /** Where the towns and their plates lie. */
  readonly land: Box;
  readonly towns: readonly TownPlace[];
  /** The commander's feet, and CSS pixels per unit of him. */
  readonly commander: { readonly x: number; readonly y: number; readonly size: number };
  /** The ridge in front on which the commander stands. */
  readonly ridge: Box;
  /** Where everything sets out from: the end of the commander's hill. */
  readonly camp: { readonly x: number; readonly y: number };
  /** CSS pixels per unit of the set's drawings: hills, clouds, trees. */
  readonly setSize: number;
  /** CSS pixels per unit of a kite that hangs alone in the sky. */
  readonly kiteSize: number;
}

/** The commander's height in units, and how wide a strip his hill takes against it. */
const COMMANDER = 590;
/** How far the tied curtain hangs into the opening, in units of its drawing. */
const CURTAIN = 70;
/**
 * From this many towns on, buttons may be smaller, so that no map needs to be moved or enlarged: a finger beside a button
 * means the nearest, and the panel has large buttons that step from town to town.
 */
export const MANY = 24;
const SMALL_TARGET = 32;
const LEAST_TARGET = 44;
/** A town of middling worth, in units: the width of its ring, and the height of its button against its width. */
const TOWN_WIDE = 176;
const TOWN_TALL = 0.86;
/** How much smaller the farthest town is than the nearest. */
const FAR = 0.74;

/** Smallest side of a town's button. */
export function townTarget(towns: number): number {
  return towns >= MANY ? SMALL_TARGET : LEAST_TARGET;
}

/** How far beside a town's button a finger still means it, in CSS pixels: with a small button that makes a whole target. */
const FINGER = 26;

/** The town that a finger at a place means: the nearest that is within its reach; null for none. */
export function findNearest(towns: readonly TownPlace[], x: number, y: number): number | null {
  let best: number | null = null;
  let least = FINGER;
  for (const [town, { button }] of towns.entries()) {
    const dx = Math.max(button.x - x, 0, x - button.x - button.width);
    const dy = Math.max(button.y - y, 0, y - button.y - button.height);
    const far = Math.hypot(dx, dy);
    if (far < least) [best, least] = [town, far];
  }
  return best;
}

/** Composes the province. Throws nothing: where there is too little room, towns stand in rows. */
export function layOutProvince(stage: StageLayout, province: Province): ProvinceLayout {
  const { form, opening } = stage;
  const isTall = form === 'tall' || form === 'kiosk';
  const aside = CURTAIN * curtainScale(opening);
  const view = { ...opening, x: opening.x + aside, width: opening.width - 2 * aside };
  const sky = { wide: 0.31, low: 0.24, tall: 0.25, kiosk: 0.3 }[form];
  const horizon = Math.round(view.y + view.height * sky);
  const pad = Math.max(4, view.width * 0.012);
  const rim = horizon - view.height * 0.035;
  const land = {
    x: view.x + pad,
    y: rim,
    width: view.width - 2 * pad,
    height: view.y + view.height - rim - (isTall ? 4 : 6),
  };
  const tall = Math.min(view.height * { wide: 0.41, low: 0.46, tall: 0.36, kiosk: 0.3 }[form], view.width * 0.38);
  const size = tall / COMMANDER;
  const commander = { x: view.x + tall * 0.34, y: view.y + view.height - Math.max(6, tall * 0.09), size };
  const taken = { x: view.x, y: view.y + view.height - tall * 1.06, width: tall * 0.64, height: tall * 1.06 };
  const top = commander.y - 74 * size;
  const ridge = {
    x: opening.x,
    y: top,
    width: commander.x - opening.x + 420 * size,
    height: view.y + view.height - top + 4,
  };
  const camp = { x: taken.x + taken.width * 1.02, y: view.y + view.height - tall * 0.14 };
  return {
    form,
    opening,
    view,
    horizon,
    land,
    towns: placeTowns(province, land, [taken, { ...ridge, width: ridge.width * 0.8 }]),
    commander,
    ridge,
    camp,
    setSize: Math.max(0.34, Math.min(view.width / 900, view.height / 560)),
    kiteSize: Math.max(0.3, Math.min(view.width / 1000, view.height / 620)),
  };
}

function placeTowns(province: Province, land: Box, taken: readonly Box[]): readonly TownPlace[] {
  const { towns, x, y } = province;
  const cell = Math.sqrt((land.width * land.height - (taken[0] ? taken[0].width * taken[0].height : 0)) / towns);
  const target = townTarget(towns);
  const reach = rangeOf(x, towns);
  const deep = rangeOf(y, towns);
  // As large as they can be and still find room each: tried from large to small.
  for (let share = 0.8; ; share -= 0.06) {
    const places = Array.from({ length: towns }, (_, town): Placed => {
      const down = deep(y[town] as number);
      const near = FAR + (1 - FAR) * down;
      const width = clamp(cell * share * near, target, 320);
      const height = clamp(width * TOWN_TALL, target, 275);
      return {
        x: land.x + width / 2 + (land.width - width) * reach(x[town] as number),
        y: land.y + height / 2 + (land.height - height) * down,
        width,
        height,
      };
    });
    const field = { box: land, taken };
    if (spreadOut(places, field)) return places.map((place) => townAt(place));
    if (cell * share <= target) {
      lineUp(places, field);
      return places.map((place) => townAt(place));
    }
  }
}

/** The scale at which the theatre hangs its tied curtain. */
function curtainScale({ width, height }: Box): number {
  return Math.min(height / 790, (width * 0.14) / 175);
}

/** Towns are made with a margin round the map; the stage gives them all of the land. */
function rangeOf(values: ArrayLike<number>, count: number): (value: number) => number {
  let least = 1;
  let most = 0;
  for (let i = 0; i < count; i++) {
    least = Math.min(least, values[i] as number);
    most = Math.max(most, values[i] as number);
  }
  return (value) => (most > least ? clamp((value - least) / (most - least), 0, 1) : 0.5);
}

function townAt(place: Placed): TownPlace {
  const button = boxOf(place);
  const height = clamp(place.height * 0.22, 14, 40);
  const foot = button.y + place.height - height;
  const size = place.width / TOWN_WIDE;
  return { x: place.x, y: foot - 20 * size, size, button, plate: { x: place.x, y: foot + height / 2, height } };
}
