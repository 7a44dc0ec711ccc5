import type uPlot from 'uplot';

/** A hatching for a canvas, so that two bars are told apart without colour. Widths in device pixels. */
export function makeHatch(colour: string, ground: string): CanvasPattern | string {
  const size = Math.round(6 * devicePixelRatio);
  const tile = document.createElement('canvas');
  tile.width = size;
  tile.height = size;
  const pen = tile.getContext('2d');
  if (pen === null) return colour;
  pen.fillStyle = ground;
  pen.fillRect(0, 0, size, size);
  pen.strokeStyle = colour;
  pen.lineWidth = Math.max(1, devicePixelRatio * 1.2);
  pen.beginPath();
  for (const from of [-size, 0, size]) {
    pen.moveTo(from, size);
    pen.lineTo(from + size, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, 'repeat') ?? colour;
}

/** As uPlot types its strokes and fills. */
export const asFill = (fill: CanvasPattern | string): uPlot.Series.Fill => fill;
