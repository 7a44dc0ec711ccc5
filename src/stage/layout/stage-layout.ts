/**
 * Where the theatre's own things stand at a given size: the carved edge, the opening, the toolbar and the gauges.
 * All numbers are CSS pixels. Each form is a composition of its own; nothing is cropped or stretched from another.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * `wide`: desk and tablet, tools on the lower rail. `low`: a phone on its side, tools in a column on the left where
 * the thumb is. `tall`: a phone upright. `kiosk`: a standing screen, everything to be pressed within reach.
 */
export type StageForm = 'wide' | 'low' | 'tall' | 'kiosk';

export interface StageLayout {
  readonly form: StageForm;
  readonly width: number;
  readonly height: number;
  /** CSS pixels per unit of the edge's drawing (its top rail is 84 units high). */
  readonly edgeScale: number;
  /** The hole in the stage edge through which the screen is seen. */
  readonly opening: Box;
  /** Smallest side of anything that is pressed. */
  readonly target: number;
  /** Where the toolbar stands, and whether its controls go across or down. */
  readonly tools: Box & { readonly down: boolean; readonly button: number; readonly gap: number };
  readonly gauges: Box;
  /** The pause button. */
  readonly pause: Box;
  /** Captions: over the lower part of the screen, never over what is pressed. */
  readonly captions: Box;
  /** Where the panel of orders stands, beside the edge or under it; null where an act (or a showing) has none. */
  readonly panel: PanelBox | null;
}

export interface PanelBox extends Box {
  /** Only its heading is there: it was folded so that more of the stage can be seen. */
  readonly isFolded: boolean;
  /** True where it lies under the stage, and can be folded. */
  readonly isBelow: boolean;
}

/** Whether there is a panel, and whether it is folded where it can be. */
export type PanelWish = 'none' | 'open' | 'folded';

const TOUCH = 44;
const KIOSK_TOUCH = 64;

/** Chooses the form by the room there is. */
export function chooseForm(width: number, height: number): StageForm {
  if (height > width) return width >= 720 ? 'kiosk' : 'tall';
  return height < 480 ? 'low' : 'wide';
}

/** Height of a folded panel, and of what stays of the stage above an open one at least. */
const FOLDED = { tall: 56, kiosk: 104 } as const;
const LEAST_ABOVE = { tall: 350, kiosk: 700 } as const;
/** Share of an upright screen that an open panel takes at most. */
const PANEL_SHARE = { tall: 0.39, kiosk: 0.37 } as const;
/** Free room round the panel. */
const PANEL_GAP = 6;

/**
 * Composes the theatre. `tools` is the number of toolbar controls (0 to 8); sizes below 280×240 are treated as that. A
 * panel takes its room from the whole: what stays is composed as a smaller theatre of the same form.
 */
export function layOutStage(
  givenWidth: number,
  givenHeight: number,
  tools = 5,
  panel: PanelWish = 'none',
): StageLayout {
  const width = Math.max(280, givenWidth);
  const height = Math.max(240, givenHeight);
  const form = chooseForm(width, height);
  if (panel === 'none') return layOutForm(form, width, height, tools);
  if (form === 'tall' || form === 'kiosk') {
    const isFolded = panel === 'folded';
    const open = Math.max(FOLDED[form], Math.min(height * PANEL_SHARE[form], height - LEAST_ABOVE[form]));
    const room = Math.round(isFolded ? FOLDED[form] : open);
    const box = { x: PANEL_GAP, y: height - room, width: width - 2 * PANEL_GAP, height: room - PANEL_GAP };
    return { ...layOutForm(form, width, height - room, tools), height, panel: { ...box, isFolded, isBelow: true } };
  }
  const room = form === 'low' ? clamp(Math.round(width * 0.33), 216, 320) : clamp(Math.round(width * 0.25), 264, 440);
  const box = { x: width - room, y: PANEL_GAP, width: room - PANEL_GAP, height: height - 2 * PANEL_GAP };
  const beside = layOutForm(form, width - room, height, tools);
  // A low theatre beside its panel is short of room for numbers: they begin where the tools do, above them.
  const gauges = form === 'low' ? { ...beside.gauges, x: 8, width: beside.pause.x - 12 } : beside.gauges;
  return { ...beside, width, gauges, panel: { ...box, isFolded: false, isBelow: false } };
}

function layOutForm(form: StageForm, width: number, height: number, tools: number): StageLayout {
  const target = form === 'kiosk' ? KIOSK_TOUCH : TOUCH;
  if (form === 'low') return layOutLow(width, height, tools, target);
  if (form === 'wide') return layOutWide(width, height, tools, target);
  return layOutTall(width, height, tools, target, form);
}

function layOutWide(width: number, height: number, tools: number, target: number): StageLayout {
  const scale = Math.min(width / 1600, height / 900);
  const side = Math.round(46 * scale + 4);
  const top = Math.max(48, Math.round(80 * scale));
  const button = clamp(Math.round(78 * scale), 52, 104);
  const bottom = tools === 0 ? Math.round(40 * scale + 4) : Math.round(button * 0.86 + 10);
  const gap = Math.round(button * 0.22);
  const across = tools * button + Math.max(0, tools - 1) * gap;
  const opening = { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
  return {
    form: 'wide',
    width,
    height,
    edgeScale: top / 84,
    opening,
    target,
    tools: {
      x: Math.round((width - across) / 2),
      y: height - button - 6,
      width: across,
      height: button,
      down: false,
      button,
      gap,
    },
    gauges: {
      x: side + Math.round(110 * scale),
      y: 2,
      width: width - 2 * side - target - 24 - Math.round(110 * scale),
      height: top - 4,
    },
    pause: { x: width - side - target - 4, y: Math.round((top - target) / 2), width: target, height: target },
    captions: { x: side + width * 0.18, y: top + 12, width: width * 0.64 - 2 * side, height: 76 },
    panel: null,
  };
}

function layOutLow(width: number, height: number, tools: number, target: number): StageLayout {
  const top = 40;
  const bottom = 12;
  const gap = 6;
  const button = clamp(
    Math.floor((height - top - bottom - 8 - Math.max(0, tools - 1) * gap) / Math.max(1, tools)),
    target,
    64,
  );
  const left = tools === 0 ? 14 : button + 16;
  const opening = { x: left, y: top, width: width - left - 14, height: height - top - bottom };
  return {
    form: 'low',
    width,
    height,
    edgeScale: 0.46,
    opening,
    target,
    tools: {
      x: 8,
      y: top + 2,
      width: button,
      height: tools * button + Math.max(0, tools - 1) * gap,
      down: true,
      button,
      gap,
    },
    gauges: { x: left + 18, y: 0, width: width - left - target - 40, height: top },
    pause: { x: width - target - 8, y: 0, width: target, height: target },
    captions: { x: left + 20, y: top + 6, width: opening.width - 40, height: 60 },
    panel: null,
  };
}

function layOutTall(width: number, height: number, tools: number, target: number, form: 'tall' | 'kiosk'): StageLayout {
  const kiosk = form === 'kiosk';
  const side = kiosk ? Math.round(width * 0.035) : 10;
  const top = kiosk ? 150 : 92;
  const gap = kiosk ? 20 : 8;
  const room = width - 2 * side - 8;
  const button = clamp(
    Math.floor((room - Math.max(0, tools - 1) * gap) / Math.max(1, tools)),
    target,
    kiosk ? 148 : 66,
  );
  const bottom = tools === 0 ? side + 8 : button + (kiosk ? 56 : 22);
  const across = tools * button + Math.max(0, tools - 1) * gap;
  const opening = { x: side, y: top, width: width - 2 * side, height: height - top - bottom };
  return {
    form,
    width,
    height,
    edgeScale: kiosk ? 1.05 : 0.5,
    opening,
    target,
    tools: {
      x: Math.round((width - across) / 2),
      y: height - button - (kiosk ? 30 : 10),
      width: across,
      height: button,
      down: false,
      button,
      gap,
    },
    gauges: { x: side, y: 4, width: width - 2 * side - target - 8, height: top - 8 },
    pause: { x: width - side - target, y: 6, width: target, height: target },
    captions: { x: side + 10, y: top + (kiosk ? 30 : 10), width: width - 2 * side - 20, height: kiosk ? 120 : 72 },
    panel: null,
  };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** True when two boxes share more than an edge. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
