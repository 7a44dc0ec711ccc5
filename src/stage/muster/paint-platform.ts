/** Paints the platform of three steps: carved panels, lotus edges, and the emblem. Any width of tread, one height. */
import { grainTile } from '../light/grain.ts';
import { css, TOKENS } from '../light/colour.ts';
import type { Sheet } from '../set/sheet.ts';
import type { MusterLayout, Step } from './muster-layout.ts';

type Context = CanvasRenderingContext2D;

const PANEL = { width: 72, height: 76 };

/** The box of the painting, in CSS pixels of the stage. */
export function platformBox(layout: MusterLayout): { x: number; y: number; width: number; height: number } {
  const hang = 22 * layout.unit;
  const x = layout.steps[0].x - hang;
  const y = layout.steps[2].y - 4;
  return { x, y, width: layout.right + hang - x, height: layout.ground + 40 * layout.unit - y };
}

export function paintPlatform(context: Context, sheet: Sheet, layout: MusterLayout): void {
  const box = platformBox(layout);
  context.translate(-box.x, -box.y);
  for (const [n, step] of layout.steps.entries()) paintWall(context, sheet, layout, step, n);
  context.globalCompositeOperation = 'source-atop';
  const shade = context.createLinearGradient(0, box.y, 0, box.y + box.height);
  shade.addColorStop(0, css([255, 214, 150], 0.16));
  shade.addColorStop(0.4, css(TOKENS.night, 0));
  shade.addColorStop(1, css(TOKENS.night, 0.46));
  context.fillStyle = shade;
  context.fillRect(box.x, box.y, box.width, box.height);
  const pattern = context.createPattern(grainTile(), 'repeat');
  if (pattern) {
    context.globalAlpha = 0.34;
    context.fillStyle = pattern;
    context.fillRect(box.x, box.y, box.width, box.height);
    context.globalAlpha = 1;
  }
  context.globalCompositeOperation = 'source-over';
  const { medallion } = layout;
  sheet.draw(context, 'muster/medallion', medallion.x, medallion.y, medallion.size);
  for (const [n, step] of layout.steps.entries()) paintEdge(context, sheet, layout, step, n);
}

function paintWall(context: Context, sheet: Sheet, layout: MusterLayout, step: Step, n: number): void {
  const { rise, ground } = layout;
  const across = Math.max(2, Math.round(step.width / ((PANEL.width / PANEL.height) * rise)));
  const wide = step.width / across;
  context.save();
  context.beginPath();
  context.rect(step.x, step.y, step.width + 0.5, ground + 40 * layout.unit - step.y);
  context.clip();
  // The wall goes on below the ground line: the turf before it is ragged.
  for (let row = 0; row <= n + 1; row++) {
    for (let column = 0; column < across; column++) {
      const name = (row + column + n) % 2 === 0 ? 'muster/panel' : 'muster/panel-cloud';
      context.save();
      context.translate(step.x + column * wide, step.y + row * rise);
      context.scale(wide / PANEL.width, rise / PANEL.height);
      sheet.draw(context, name, 0, 0, 1.006);
      context.restore();
    }
  }
  // Under the edge of its own tread a wall lies in shade, and beside the higher step too.
  const under = context.createLinearGradient(0, step.y, 0, step.y + rise * 0.62);
  under.addColorStop(0, css(TOKENS.night, 0.7));
  under.addColorStop(1, css(TOKENS.night, 0));
  context.fillStyle = under;
  context.globalCompositeOperation = 'source-atop';
  context.fillRect(step.x, step.y, step.width, rise * 0.62);
  context.restore();
}

function paintEdge(context: Context, sheet: Sheet, layout: MusterLayout, step: Step, n: number): void {
  const size = layout.rise / 76;
  const end = n === 2 ? layout.right : step.x + step.width;
  context.save();
  context.beginPath();
  context.rect(step.x - 1, step.y - 2, end - step.x + 1, 40 * size);
  context.clip();
  sheet.repeat(context, 'muster/slab', step.x, end, step.y, size);
  context.restore();
  sheet.draw(context, 'muster/slab-end', step.x, step.y, size);
  if (n === 2) sheet.draw(context, 'muster/slab-end', end, step.y, size, true);
}
