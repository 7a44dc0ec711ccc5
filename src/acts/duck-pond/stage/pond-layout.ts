/** Where the pond lies inside the opening at each form of the stage. Pure; CSS pixels. */
import { clamp, type Box, type StageForm, type StageLayout } from '../../../stage/layout/stage-layout.ts';
import { SPOTS } from '../rules/intents.ts';

export interface PondLayout {
  readonly form: StageForm;
  readonly opening: Box;
  /** Where the water begins under the hills, where the sand begins, and where the apron's tips are. */
  readonly waterTop: number;
  readonly sandTop: number;
  readonly apronTop: number;
  /** Feet of the nearest and the farthest bird on the sand. */
  readonly frontRow: number;
  readonly backRow: number;
  readonly hostFeet: number;
  /** CSS pixels per unit of the art. */
  readonly hostSize: number;
  readonly duckSize: number;
  readonly skySize: number;
  /** Distance between two spots, and the middle of the first. */
  readonly pitch: number;
  readonly firstSpot: number;
  /** The arc on which the moon keeps the evening's time: from the hills on the left to high on the right. */
  readonly moon: {
    readonly x0: number;
    readonly y0: number;
    readonly x1: number;
    readonly y1: number;
    readonly lift: number;
    readonly size: number;
  };
  /** CSS pixels per unit of the set's drawings (hills, reeds, clouds). */
  readonly setSize: number;
}

interface Shares {
  readonly water: number;
  readonly sand: number;
  readonly apron: number;
  readonly host: number;
  readonly duck: number;
  readonly set: number;
}

/** Shares of the opening's height; the host's height; a bird's length against the distance of two spots. */
const SHARES: Readonly<Record<StageForm, Shares>> = {
  wide: { water: 0.585, sand: 0.765, apron: 0.948, host: 0.5, duck: 0.5, set: 1 },
  low: { water: 0.52, sand: 0.73, apron: 0.945, host: 0.52, duck: 0.46, set: 1 },
  tall: { water: 0.5, sand: 0.715, apron: 0.958, host: 0.31, duck: 0.8, set: 1.7 },
  kiosk: { water: 0.5, sand: 0.715, apron: 0.958, host: 0.31, duck: 0.72, set: 1.75 },
};

/** A standing host is this tall, a bird this long, in units of the art. */
const HOST_UNITS = 560;
const DUCK_UNITS = 175;
/** Up to this many birds are drawn at full size. */
const CROWD = 90;

/** Composes the pond for a stage and a number of birds: where thousands fly, each is drawn smaller. */
export function layOutPond(stage: StageLayout, birds = 60): PondLayout {
  const { opening, form } = stage;
  const share = SHARES[form];
  const margin = opening.width * (form === 'wide' || form === 'low' ? 0.045 : 0.012);
  const pitch = (opening.width - 2 * margin) / SPOTS;
  const at = (part: number): number => opening.y + opening.height * part;
  const sandTop = at(share.sand);
  const apronTop = at(share.apron);
  const sand = apronTop - sandTop;
  const isTall = form === 'tall' || form === 'kiosk';
  const crowd = clamp(Math.sqrt(CROWD / Math.max(1, birds)), 0.42, 1);
  const duckSize = clamp(((pitch * share.duck) / DUCK_UNITS) * crowd, 0.14, 0.95);
  return {
    form,
    opening,
    waterTop: at(share.water),
    sandTop,
    apronTop,
    frontRow: sandTop + sand * (isTall ? 0.82 : 0.9),
    backRow: sandTop + sand * (isTall ? 0.26 : 0.1),
    hostFeet: sandTop + sand * 1.0,
    hostSize: (opening.height * share.host) / HOST_UNITS,
    duckSize,
    skySize: Math.max(0.17 * crowd, duckSize * 0.66),
    pitch,
    firstSpot: opening.x + margin + pitch / 2,
    moon: {
      x0: opening.x + opening.width * 0.2,
      y0: at(share.water - 0.04),
      x1: opening.x + opening.width * 0.8,
      y1: at(form === 'wide' || form === 'low' ? 0.17 : 0.13),
      lift: opening.height * 0.16,
      size: clamp(opening.height * 0.00072, 0.24, 0.62) * (form === 'kiosk' ? 1.1 : form === 'tall' ? 0.8 : 1),
    },
    setSize: clamp((opening.width / 1490) * share.set, 0.42, 2),
  };
}

/** The middle of a spot; −1 and 7 lie behind the edge of the stage. */
export function spotX(layout: PondLayout, spot: number): number {
  return layout.firstSpot + spot * layout.pitch;
}

/** What is pressed for a spot: its water and its shore, as wide as the spot. */
export function spotBox(layout: PondLayout, spot: number): Box {
  const top = layout.waterTop + (layout.sandTop - layout.waterTop) * 0.12;
  return {
    x: Math.round(spotX(layout, spot) - layout.pitch / 2),
    y: Math.round(top),
    width: Math.floor(layout.pitch),
    height: Math.round(layout.apronTop - top),
  };
}
