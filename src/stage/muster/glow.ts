/** A soft round light, painted once: the halo of the sun, the glow of a fire, a puff of smoke. */
import type * as Phaser from 'phaser';
import { fillAround } from '../set/painter.ts';
import type { Stage } from '../stage.ts';

const KEY = 'muster-glow';
const SIDE = 128;

/** Paints the texture anew; call it before lights are hung, and again after they have been taken down. */
export function paintGlow({ painter }: Stage): void {
  painter.paint(
    KEY,
    SIDE,
    SIDE,
    (context) =>
      fillAround(
        context,
        { x: 0, y: 0, width: SIDE, height: SIDE },
        { x: SIDE / 2, y: SIDE / 2, rx: SIDE / 2, ry: SIDE / 2 },
        [
          [0, 'rgba(255,255,255,1)'],
          [0.2, 'rgba(255,255,255,0.7)'],
          [0.45, 'rgba(255,255,255,0.3)'],
          [0.7, 'rgba(255,255,255,0.09)'],
          [1, 'rgba(255,255,255,0)'],
        ],
      ),
    1,
  );
}

/** A light with its middle at (x, y), `across` CSS pixels wide. */
export function hangGlow(
  { scene }: Stage,
  x: number,
  y: number,
  across: number,
  tint: number,
  depth: number,
): Phaser.GameObjects.Image {
  return scene.add.image(x, y, KEY).setDisplaySize(across, across).setTint(tint).setDepth(depth);
}
