/** How the sky is painted: the lamp behind paper, the late sky that comes over it, the sun and its haze. */
import { css, mixRgb, rgb, TOKENS } from '../../../stage/light/colour.ts';
import { fillAround, fillDown } from '../../../stage/set/painter.ts';
import { scatter } from './scatter.ts';

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The early sky round the place where the sun goes down: cream, gold, orange towards the corners. */
export function paintSky(context: CanvasRenderingContext2D, sky: Area, sunX: number, sunY: number): void {
  const { screen, lamp, ochre, madder, cinnabar } = TOKENS;
  const reach = Math.max(sky.width * 0.78, sky.height * 0.9);
  fillAround(context, sky, { x: sunX, y: sunY, rx: reach, ry: reach * 0.92 }, [
    [0, css(mixRgb(lamp, screen, 0.45))],
    [0.24, css(mixRgb(lamp, screen, 0.12))],
    [0.44, css(mixRgb(lamp, ochre, 0.3))],
    [0.64, css(mixRgb(ochre, lamp, 0.3))],
    [0.84, css(mixRgb(ochre, cinnabar, 0.42))],
    [1, css(mixRgb(cinnabar, madder, 0.6))],
  ]);
  // Long slow streaks, as in oiled hide.
  for (let n = 0; n < 30; n++) {
    const x = sky.width * scatter(n * 3);
    const y = sky.height * scatter(n * 5 + 1);
    const r = sky.width * (0.06 + 0.14 * scatter(n * 7));
    fillAround(context, sky, { x, y, rx: r * 1.8, ry: r * 0.13 }, [
      [0, css(n % 3 === 0 ? rgb('#FFF2D4') : rgb('#B85A26'), n % 3 === 0 ? 0.18 : 0.1)],
      [1, css(rgb('#B85A26'), 0)],
    ]);
  }
}

/** The late sky: plum above, then red, and embers where the sun goes down. */
export function paintLate(context: CanvasRenderingContext2D, width: number, height: number): void {
  const box = { x: 0, y: 0, width, height };
  fillDown(context, box, [
    [0, css(rgb('#6A2A50'), 1)],
    [0.28, css(rgb('#A1383F'), 0.98)],
    [0.52, css(rgb('#D2602C'), 0.94)],
    [0.74, css(rgb('#F2A042'), 0.84)],
    [1, css(rgb('#F8CC80'), 0.66)],
  ]);
}

/** The last sky, when the light is out. */
export function paintLast(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillDown(context, { x: 0, y: 0, width, height }, [
    [0, css(rgb('#0D1430'))],
    [0.45, css(rgb('#1D2450'))],
    [0.8, css(rgb('#4A2C55'))],
    [1, css(rgb('#7A3348'))],
  ]);
}

/** The mist that lies over the road: it begins under the mountains and hides everything that is not known. */
export function paintVale(context: CanvasRenderingContext2D, width: number, height: number): void {
  fillDown(context, { x: 0, y: 0, width, height }, [
    [0, css(rgb('#FBE7BE'), 0)],
    [0.18, css(rgb('#F8E4BA'), 0.86)],
    [0.32, css(rgb('#F1DFB4'), 1)],
    [0.5, css(rgb('#DDD4A8'), 1)],
    [0.68, css(rgb('#B4BA98'), 1)],
    [0.84, css(rgb('#75897A'), 1)],
    [1, css(rgb('#3A5356'), 1)],
  ]);
  for (let n = 0; n < 34; n++) {
    const y = height * (0.24 + 0.74 * scatter(n * 5 + 3));
    const x = width * scatter(n * 3 + 2);
    const r = width * (0.06 + 0.13 * scatter(n * 11));
    fillAround(context, { x: 0, y: 0, width, height }, { x, y, rx: r * 1.5, ry: r * 0.3 }, [
      [0, css(rgb('#FFF6E0'), 0.2)],
      [1, css(rgb('#FFF6E0'), 0)],
    ]);
  }
}

/** One terrace of the valley, seen through mist: a soft edge that repeats across, and the slope that fades under it. */
export function paintTerrace(context: CanvasRenderingContext2D, width: number, height: number): void {
  const edge = (x: number): number => {
    const t = (x / width) * Math.PI * 2;
    return height * (0.2 + 0.05 * Math.sin(t) + 0.04 * Math.sin(3 * t + 1) + 0.02 * Math.sin(7 * t + 2));
  };
  const slope = context.createLinearGradient(0, height * 0.1, 0, height);
  slope.addColorStop(0, css(rgb('#5F8472'), 0.8));
  slope.addColorStop(0.4, css(rgb('#86A088'), 0.36));
  slope.addColorStop(1, css(rgb('#B9C2A0'), 0));
  context.beginPath();
  context.moveTo(0, height);
  for (let x = 0; x <= width; x += 4) context.lineTo(x, edge(x));
  context.lineTo(width, edge(width));
  context.lineTo(width, height);
  context.closePath();
  context.fillStyle = slope;
  context.fill();
  context.beginPath();
  for (let x = 0; x <= width; x += 4) context.lineTo(x, edge(x));
  context.lineTo(width, edge(width));
  context.strokeStyle = css(rgb('#F6EBC8'), 0.6);
  context.lineWidth = 1.6;
  context.stroke();
}
