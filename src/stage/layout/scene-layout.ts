/**
 * Where the carved edge and the opening stand for a scene that is only looked at: no tools, no gauges, and boxes that
 * may be as low as a strip over a page's questions. All numbers are CSS pixels.
 */
import { chooseForm, clamp, type Box, type StageLayout } from './stage-layout.ts';

const NOWHERE: Box = { x: 0, y: 0, width: 0, height: 0 };

/** Composes the edge round a scene; sizes below 160×90 are treated as that. */
export function layOutScene(givenWidth: number, givenHeight: number): StageLayout {
  const width = Math.max(160, givenWidth);
  const height = Math.max(90, givenHeight);
  const scale = Math.min(width / 1500, height / 760);
  const top = Math.round(clamp(84 * scale, 15, 84));
  const side = Math.round(clamp(56 * scale, 10, 62));
  const bottom = Math.round(clamp(34 * scale, 7, 38));
  return {
    form: chooseForm(width, height),
    width,
    height,
    edgeScale: top / 84,
    opening: { x: side, y: top, width: width - 2 * side, height: height - top - bottom },
    target: 0,
    tools: { ...NOWHERE, down: false, button: 0, gap: 0 },
    gauges: NOWHERE,
    pause: NOWHERE,
    captions: NOWHERE,
    panel: null,
  };
}
