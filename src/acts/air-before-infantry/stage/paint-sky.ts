/** The sky over the province: the lamp behind old paper, and the clouds and mountains at its rim. */
import { css, mixRgb, rgb, TOKENS } from '../../../stage/light/colour.ts';
import { fillAround, fillDown } from '../../../stage/set/painter.ts';
import type { Stage } from '../../../stage/stage.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { scatter } from './scatter.ts';

type Area = { x: number; y: number; width: number; height: number };

/** Paints the sky and the far mountains; `area` begins at the opening's top left corner. */
export function paintSky(context: CanvasRenderingContext2D, stage: Stage, area: Area, layout: ProvinceLayout): void {
  const { white, screen, lamp, ochre, cinnabar, madder, night } = TOKENS;
  const { view, opening, horizon, setSize } = layout;
  const sun = { x: view.x - opening.x + view.width * 0.6, y: horizon - opening.y - view.height * 0.06 };
  fillAround(context, area, { ...sun, rx: view.width * 0.86, ry: area.height * 1.25 }, [
    [0, css(mixRgb(screen, white, 0.8))],
    [0.22, css(mixRgb(screen, white, 0.4))],
    [0.46, css(mixRgb(lamp, ochre, 0.14))],
    [0.68, css(mixRgb(ochre, rgb('#E0894A'), 0.55))],
    [0.88, css(mixRgb(cinnabar, ochre, 0.42))],
    [1, css(mixRgb(madder, night, 0.2))],
  ]);
  context.globalCompositeOperation = 'multiply';
  fillDown(context, area, [
    [0, css(mixRgb(cinnabar, white, 0.4), 0.5)],
    [0.4, css(mixRgb(ochre, white, 0.4), 0.34)],
    [1, css(mixRgb(ochre, white, 0.7), 0)],
  ]);
  for (let n = 0; n < 22; n++) {
    const r = Math.min(area.width, area.height) * (0.16 + 0.24 * scatter(n * 7));
    fillAround(
      context,
      area,
      { x: area.width * scatter(n * 3), y: area.height * scatter(n * 5 + 1), rx: r * 2.4, ry: r * 0.7 },
      [
        [0, css(rgb('#A8642C'), 0.1)],
        [1, css(rgb('#A8642C'), 0)],
      ],
    );
  }
  context.globalCompositeOperation = 'source-over';
  const { sheet } = stage.painter;
  sheet.draw(context, 'province/sun', sun.x, sun.y, setSize * 0.62);
  sheet.draw(context, 'province/glow', sun.x, sun.y, setSize * 1.7);
  context.globalAlpha = 0.85;
  sheet.repeat(context, 'province/range', 0, area.width, horizon - opening.y + 8 * setSize, setSize * 0.78, 130);
  context.globalAlpha = 1;
}
