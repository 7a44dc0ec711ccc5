/** How the things that stand still are painted: gradients made here, and pieces of the sheet over them. */
import { css, mixRgb, rgb, TOKENS } from '../../../stage/light/colour.ts';
import { fillAround, fillDown } from '../../../stage/set/painter.ts';
import type { Stage } from '../../../stage/stage.ts';
import { spotX, type PondLayout } from './pond-layout.ts';
import { scatter } from './slots.ts';

type Area = { x: number; y: number; width: number; height: number };

/** The early sky: the lamp behind paper, dyed by dusk from above. */
export function paintSky(context: CanvasRenderingContext2D, sky: Area, layout: PondLayout): void {
  const { white, screen, lamp, ochre, madder, night, indigo, cinnabar } = TOKENS;
  const { opening } = layout;
  const tall = opening.height > opening.width;
  fillAround(
    context,
    sky,
    {
      x: sky.width * 0.51,
      y: sky.height * 0.98,
      rx: opening.width * (tall ? 1.15 : 0.66),
      ry: opening.height * (tall ? 0.66 : 0.9),
    },
    [
      [0, css(mixRgb(screen, white, 0.75))],
      [0.2, css(mixRgb(screen, white, 0.5))],
      [0.45, css(mixRgb(lamp, white, 0.1))],
      [0.7, css(mixRgb(lamp, ochre, 0.5))],
      [0.88, css(mixRgb(ochre, madder, 0.35))],
      [1, css(mixRgb(madder, night, 0.35))],
    ],
  );
  context.globalCompositeOperation = 'multiply';
  fillDown(context, sky, [
    [0, css(mixRgb(indigo, white, 0.34), 0.6)],
    [0.36, css(mixRgb(cinnabar, white, 0.46), 0.38)],
    [0.72, css(mixRgb(ochre, white, 0.34), 0.44)],
    [1, css(mixRgb(ochre, white, 0.6), 0)],
  ]);
  // Slow mottle of an old screen.
  for (let n = 0; n < 26; n++) {
    const x = sky.width * scatter(n * 3);
    const y = sky.height * scatter(n * 5 + 1);
    const r = Math.min(sky.width, sky.height) * (0.12 + 0.2 * scatter(n * 7));
    fillAround(context, sky, { x, y, rx: r * 2.1, ry: r * 0.8 }, [
      [0, css(rgb('#A8642C'), 0.09)],
      [1, css(rgb('#A8642C'), 0)],
    ]);
  }
  context.globalCompositeOperation = 'source-over';
}

/** The late sky that comes over the early one: plum above, embers at the hills. */
export function paintLate(context: CanvasRenderingContext2D): void {
  fillDown(context, { x: 0, y: 0, width: 64, height: 128 }, [
    [0, css(rgb('#16224A'), 0.98)],
    [0.3, css(rgb('#33285A'), 0.92)],
    [0.54, css(rgb('#7C2F45'), 0.8)],
    [0.76, css(rgb('#C4552B'), 0.62)],
    [1, css(rgb('#F0A03C'), 0.3)],
  ]);
  // The lamp stays behind the screen however late it is: its light eats into the dusk.
  context.globalCompositeOperation = 'destination-out';
  fillAround(context, { x: 0, y: 0, width: 64, height: 128 }, { x: 33, y: 128, rx: 30, ry: 92 }, [
    [0, css(TOKENS.night, 0.62)],
    [0.5, css(TOKENS.night, 0.3)],
    [1, css(TOKENS.night, 0)],
  ]);
  context.globalCompositeOperation = 'source-over';
}

/** Stars as pin holes and four-rayed cuts. */
export function paintStars(context: CanvasRenderingContext2D, stage: Stage, sky: Area): void {
  const count = Math.round(Math.min(70, 24 + (sky.width * sky.height) / 16000));
  for (let n = 0; n < count; n++) {
    const bright = scatter(n * 3 + 2);
    const x = sky.width * scatter(n);
    const y = sky.height * 0.66 * scatter(n * 7 + 1) ** 1.2;
    context.globalAlpha = 0.3 + 0.6 * bright;
    stage.painter.sheet.draw(
      context,
      bright > 0.82 ? 'pond/star-1' : 'pond/star-2',
      x,
      y,
      bright > 0.82 ? 0.42 : 0.2 + 0.16 * bright,
    );
  }
  context.globalAlpha = 1;
}

/** The pond: ripples cut out over the light that lies on it, lotus, and scalloped waves at the sand. */
export function paintWater(context: CanvasRenderingContext2D, stage: Stage, water: Area, layout: PondLayout): void {
  const { sheet } = stage.painter;
  fillDown(context, water, [
    [0, '#b9bb9a'],
    [0.4, '#e4d9a8'],
    [1, '#dcc387'],
  ]);
  const size = Math.max(water.height / 168, layout.setSize * 0.7);
  context.globalAlpha = 0.7;
  sheet.repeat(context, 'pond/water', 0, water.width, 2, size, 90);
  context.globalAlpha = 1;
  fillAround(
    context,
    water,
    { x: water.width * 0.51, y: water.height * 0.5, rx: water.width * 0.46, ry: water.height * 0.8 },
    [
      [0, css(rgb('#FFF6DF'), 0.9)],
      [0.5, css(TOKENS.lamp, 0.42)],
      [1, css(TOKENS.lamp, 0)],
    ],
  );
  const leaf = layout.setSize * 0.62;
  for (const [x, y] of [
    [0.1, 0.5],
    [0.16, 0.62],
    [0.9, 0.42],
    [0.95, 0.58],
    [0.3, 0.3],
  ] as const) {
    sheet.draw(context, 'pond/lotus-leaf', water.width * x, water.height * y, leaf * (0.6 + y * 0.7), y > 0.5);
  }
  sheet.draw(context, 'pond/lotus', water.width * 0.125, water.height * 0.52, leaf * 0.8);
  sheet.draw(context, 'pond/lotus', water.width * 0.925, water.height * 0.44, leaf * 0.7, true);
  const scale = layout.setSize * 0.8;
  context.globalAlpha = 0.7;
  sheet.repeat(context, 'pond/wavelets', 0, water.width, water.height - 40 * scale, scale);
  context.globalAlpha = 1;
}

/** Streaks of light that drift over the water. */
export function paintShine(context: CanvasRenderingContext2D, width: number, height: number, layout: PondLayout): void {
  context.fillStyle = css(rgb('#FFE9BE'), 0.34);
  const count = Math.round(46 * Math.max(1, height / 140));
  for (let n = 0; n < count; n++) {
    const y = height * (0.04 + 0.82 * (n / count) ** 1.1);
    const x = width * scatter(n * 5 + 3);
    const middle = 1 - Math.min(1, Math.abs(x / width - 0.5) * 2.4);
    const length = (30 + 70 * scatter(n)) * layout.setSize * (0.5 + y / height) * (0.5 + middle);
    lens(context, x, y, length, (1.2 + (y / height) * 1.8) * Math.max(0.7, layout.setSize));
  }
}

function lens(context: CanvasRenderingContext2D, x: number, y: number, length: number, thick: number): void {
  context.beginPath();
  context.moveTo(x - length / 2, y);
  context.quadraticCurveTo(x, y - thick, x + length / 2, y);
  context.quadraticCurveTo(x, y + thick, x - length / 2, y);
  context.fill();
}

/** The sand, lit in the middle; tufts of grass stand between the spots. */
export function paintShore(context: CanvasRenderingContext2D, stage: Stage, sand: Area, layout: PondLayout): void {
  const { sheet } = stage.painter;
  const size = (sand.height - 4) / 104;
  context.save();
  context.beginPath();
  context.rect(0, 14, sand.width, sand.height);
  context.clip();
  // The sand's cut-out streaks show lighter sand, not the night behind it.
  context.fillStyle = '#efcd8a';
  context.fillRect(0, 16, sand.width, sand.height);
  sheet.repeat(context, 'pond/shore', 0, sand.width, 8, size, 40);
  context.restore();
  fillAround(
    context,
    { ...sand, y: 22 },
    { x: sand.width * 0.51, y: sand.height * 0.3, rx: sand.width * 0.44, ry: sand.height * 0.8 },
    [
      [0, css(rgb('#FFF1CC'), 0.5)],
      [1, css(rgb('#FFF1CC'), 0)],
    ],
  );
  // A low stone and a tuft between the spots mark where one ends and the next begins.
  for (let spot = 0; spot < 6; spot++) {
    const x = spotX(layout, spot + 0.5) - layout.opening.x;
    sheet.draw(
      context,
      'pond/grass',
      x + (scatter(spot) - 0.5) * 10,
      30 * Math.max(0.6, layout.setSize * 0.8),
      layout.setSize * (0.5 + 0.3 * scatter(spot + 4)),
      spot % 2 === 0,
    );
  }
}
