/** How the things of the muster that stand still are painted: gradients made here, and pieces of the sheet over them. */
import { css, mixRgb, rgb, TOKENS } from '../light/colour.ts';
import { fillAround, fillDown } from '../set/painter.ts';
import type { Sheet } from '../set/sheet.ts';
import type { MusterLayout } from './muster-layout.ts';

type Context = CanvasRenderingContext2D;
type Area = { x: number; y: number; width: number; height: number };

/** Dawn: the lamp behind paper where the sun will rise, rose at the hills, indigo left in the corners. */
export function paintSky(context: Context, layout: MusterLayout): void {
  const { white, screen, lamp, ochre, madder, indigo, cinnabar } = TOKENS;
  const { opening, sun, horizon } = layout;
  const sky: Area = { x: 0, y: 0, width: opening.width, height: opening.height };
  const far = Math.max(opening.width * 0.74, opening.height);
  fillAround(context, sky, { x: sun.x - opening.x, y: sun.high - opening.y, rx: far, ry: opening.height * 1.15 }, [
    [0, css(mixRgb(screen, white, 0.72))],
    [0.26, css(mixRgb(screen, white, 0.4))],
    [0.5, css(mixRgb(lamp, white, 0.12))],
    [0.78, css(mixRgb(lamp, ochre, 0.44))],
    [1, css(mixRgb(ochre, madder, 0.3))],
  ]);
  context.globalCompositeOperation = 'multiply';
  const down = horizon - opening.y;
  fillDown(context, { ...sky, height: down }, [
    [0, css(mixRgb(indigo, white, 0.46), 0.5)],
    [0.36, css(mixRgb(ochre, white, 0.56), 0.2)],
    [0.7, css(mixRgb(ochre, white, 0.42), 0.24)],
    [1, css(mixRgb(cinnabar, white, 0.3), 0.52)],
  ]);
  // Slow mottle of an old screen.
  for (let n = 0; n < 18; n++) {
    const share = (k: number): number => ((Math.imul(n * 7 + k, 0x9e3779b1) >>> 9) & 1023) / 1023;
    const r = Math.min(sky.width, sky.height) * (0.14 + 0.2 * share(1));
    fillAround(context, sky, { x: sky.width * share(2), y: sky.height * share(3), rx: r * 2.1, ry: r * 0.8 }, [
      [0, css(rgb('#A8642C'), 0.08)],
      [1, css(rgb('#A8642C'), 0)],
    ]);
  }
  context.globalCompositeOperation = 'source-over';
}

/** What dawn lays over sky and hills, and the rising sun takes away: plum above, rose and ember at the hills. */
export function paintDawn(context: Context): void {
  fillDown(context, { x: 0, y: 0, width: 64, height: 128 }, [
    [0, css(rgb('#8E86B4'))],
    [0.34, css(rgb('#D3A9B0'))],
    [0.62, css(rgb('#F6C3A0'))],
    [0.82, css(rgb('#FFD9AE'))],
    [1, css(rgb('#C99A86'))],
  ]);
}

/** Hills, mist, tents, the ranks on parade and the ground they stand on; the canvas is the opening. */
export function paintCamp(context: Context, sheet: Sheet, layout: MusterLayout): void {
  const { opening, unit, ground } = layout;
  const horizon = layout.horizon - opening.y;
  const foot = ground - opening.y;
  const { width, height } = opening;
  const { lamp, white, ochre } = TOKENS;
  const haze = (top: number, bottom: number, strength: number): void =>
    fillDown(context, { x: 0, y: top, width, height: bottom - top }, [
      [0, css(mixRgb(lamp, white, 0.2), 0)],
      [0.62, css(mixRgb(lamp, white, 0.2), strength)],
      [1, css(mixRgb(lamp, white, 0.1), strength * 0.5)],
    ]);
  const far = unit * 1.5;
  context.globalAlpha = 0.72;
  sheet.repeat(context, 'muster/hills-far', 0, width, horizon - 150 * far, far, 300);
  context.globalAlpha = 1;
  haze(horizon - 130 * far, horizon + 60 * far, 0.8);
  const near = unit * 1.5;
  context.globalAlpha = 0.86;
  sheet.repeat(context, 'muster/hills-near', 0, width, horizon - 74 * near, near, 140);
  context.globalAlpha = 1;
  haze(horizon - 30 * near, foot + 10 * near, 0.62);
  fillDown(context, { x: 0, y: foot - 34 * unit, width, height: height - foot + 34 * unit }, [
    [0, css(mixRgb(ochre, white, 0.42), 0)],
    [0.2, css(mixRgb(ochre, white, 0.3), 0.9)],
    [1, css(mixRgb(ochre, white, 0.02))],
  ]);
  context.globalAlpha = 0.9;
  for (const tent of layout.tents)
    sheet.draw(context, `muster/${tent.name}`, tent.x - opening.x, tent.y - opening.y, tent.size);
  haze(horizon, foot + 16 * unit, 0.5);
  for (const guard of layout.guards) {
    context.globalAlpha = guard.y < ground ? 0.5 : 0.74;
    sheet.draw(context, 'muster/guard', guard.x - opening.x, guard.y - opening.y, guard.size);
  }
  context.globalAlpha = 1;
}

/** The ground before the stage; the canvas is as wide as the opening. */
export function paintTurf(context: Context, sheet: Sheet, layout: MusterLayout, width: number): void {
  const { size } = layout.turf;
  sheet.repeat(context, 'muster/turf', 0, width, 0, size, 120);
  const step = 330 * size;
  for (let n = 0; n * step < width; n++) {
    const x = step * (n + 0.3 + 0.25 * (n % 3));
    sheet.draw(context, 'muster/grass', x, 26 * size, size * (0.8 + 0.2 * (n % 2)));
  }
}
