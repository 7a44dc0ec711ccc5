/** The camp at dawn: sky, sun, clouds, hills and tents, the platform, and the ground before it; pennants and smoke move. */
import type * as Phaser from 'phaser';
import type { Stage } from '../stage.ts';
import { MUSTER_DEPTH } from './depth.ts';
import { hangGlow, paintGlow } from './glow.ts';
import type { MusterLayout } from './muster-layout.ts';
import { paintCamp, paintDawn, paintSky, paintTurf } from './paint-camp.ts';
import { paintPlatform, platformBox } from './paint-platform.ts';

const SKY = 'muster-sky';
const CAMP = 'muster-camp';
const PLATFORM = 'muster-platform';
const TURF = 'muster-turf';
const DAWN = 'muster-dawn';
/** Blend mode of Phaser by its number, so that this file needs only its types. */
const MULTIPLY = 2;
const PUFFS = 10;
const PUFF_S = 7;
const CLOUDS = 4;
/** Where a tent's pennant hangs above its foot, by the tent's drawing, and how much of it. */
const POLE_TOP: Readonly<Record<string, number>> = {
  'tent-1': 186,
  'tent-2': 158,
  'tent-3': 138,
  'command-tent': 222,
};

type Image = Phaser.GameObjects.Image;

export class Camp {
  readonly #layout: MusterLayout;
  readonly #still: Image[] = [];
  readonly #sun: Image;
  readonly #halo: Image;
  readonly #dawn: Image;
  readonly #clouds: Image[] = [];
  readonly #pennants: { image: Image; size: number }[] = [];
  readonly #puffs: Image[] = [];
  #timeS = 0;

  constructor(stage: Stage, layout: MusterLayout) {
    this.#layout = layout;
    const { painter, puppets } = stage;
    const { opening } = layout;
    const { x, y, width, height } = opening;
    paintGlow(stage);
    // The sky is soft: half the pixels do.
    painter.paint(SKY, width, height, (context) => paintSky(context, layout), painter.ratio / 2);
    this.#still.push(painter.lay(SKY, x, y, MUSTER_DEPTH.sky, width, height));
    painter.paint(CAMP, width, height, (context) => paintCamp(context, painter.sheet, layout));
    const top = Math.max(y, layout.horizon - 300 * layout.unit);
    this.#still.push(
      painter.layPart(CAMP, 'low', { x: 0, y: top - y, width, height: y + height - top }, MUSTER_DEPTH.camp),
    );
    const camp = this.#still.at(-1);
    if (camp) camp.setPosition(camp.x + x, camp.y + y);
    painter.paint(DAWN, 64, 128, paintDawn, 1);
    this.#dawn = painter.lay(DAWN, x, y, MUSTER_DEPTH.dawn, width, height).setBlendMode(MULTIPLY);
    const box = platformBox(layout);
    painter.paint(PLATFORM, box.width, box.height, (context) => paintPlatform(context, painter.sheet, layout));
    this.#still.push(painter.lay(PLATFORM, box.x, box.y, MUSTER_DEPTH.platform, box.width, box.height));
    const low = y + height - layout.turf.y + 24;
    painter.paint(TURF, width, low, (context) => paintTurf(context, painter.sheet, layout, width));
    this.#still.push(painter.lay(TURF, x, layout.turf.y, MUSTER_DEPTH.turf, width, low));

    this.#sun = puppets.sprite('muster/sun', layout.sun.x, layout.sun.low, layout.sun.radius / 112, MUSTER_DEPTH.sun);
    this.#halo = hangGlow(stage, layout.sun.x, 0, layout.sun.radius * 5.6, 0xffb46a, MUSTER_DEPTH.sun - 1);
    for (let n = 0; n < CLOUDS; n++) {
      const size = layout.unit * (1.5 - 0.2 * (n % 3));
      const cloud = puppets.sprite(`muster/cloud-${1 + (n % 2)}`, 0, 0, size, MUSTER_DEPTH.clouds);
      this.#clouds.push(cloud.setAlpha(0.52 - 0.08 * (n % 2)));
    }
    for (const tent of layout.tents) {
      const size = tent.size * 1.25;
      const pole = tent.y - (POLE_TOP[tent.name] ?? 150) * tent.size;
      const image = puppets.sprite('muster/pennant', tent.x, pole, size, MUSTER_DEPTH.pennants);
      this.#pennants.push({ image, size: image.scaleX });
    }
    for (let n = 0; n < PUFFS; n++)
      this.#puffs.push(hangGlow(stage, 0, 0, 1, 0xfff6e6, MUSTER_DEPTH.smoke).setVisible(false));
  }

  /** `risen` 0..1: how far the sun has come up. */
  update(wallMs: number, calm: boolean, risen: number): void {
    if (!calm) this.#timeS += wallMs / 1000;
    const t = this.#timeS;
    const { sun, opening, unit } = this.#layout;
    this.#sun.y = sun.low + (sun.high - sun.low) * risen;
    this.#dawn.setAlpha(0.7 * (1 - risen));
    this.#halo.setY(this.#sun.y).setAlpha(0.62 - 0.26 * risen);
    for (const [n, cloud] of this.#clouds.entries()) {
      const way = opening.width + 420 * unit;
      const from = way * ((n * 0.618 + 0.12) % 1);
      cloud.x = opening.x - 210 * unit + ((from + t * unit * (9 + 3 * n)) % way);
      cloud.y = opening.y + (this.#layout.horizon - opening.y) * (0.2 + 0.19 * ((n * 2) % CLOUDS));
    }
    for (const [n, { image, size }] of this.#pennants.entries()) {
      image.scaleX = size * (0.84 + 0.16 * Math.sin(t * 5.1 + n * 2.3));
      image.rotation = 0.09 * Math.sin(t * 3.3 + n * 1.9);
    }
    this.#smoke(t, calm);
  }

  destroy(): void {
    const pennants = this.#pennants.map(({ image }) => image);
    for (const image of [
      ...this.#still,
      this.#sun,
      this.#halo,
      this.#dawn,
      ...this.#clouds,
      ...pennants,
      ...this.#puffs,
    ])
      image.destroy();
  }

  /** Breakfast fires: from every second tent a thin column that leans with the wind. */
  #smoke(t: number, calm: boolean): void {
    const { tents, unit } = this.#layout;
    for (const [n, puff] of this.#puffs.entries()) {
      const tent = tents[(Math.floor(n / 5) * 2 + 1) % tents.length];
      puff.setVisible(!calm && tent !== undefined);
      if (!tent || calm) continue;
      const life = (t / PUFF_S + (n % 5) / 5) % 1;
      const across = unit * (60 + 190 * life);
      puff.setPosition(
        tent.x + unit * (70 + 90 * life * life + 12 * Math.sin(t * 0.9 + n)),
        tent.y - unit * (20 + 330 * life),
      );
      puff.setDisplaySize(across * 0.7, across).setAlpha(0.5 * Math.sin(Math.PI * life) * (1 - 0.4 * life));
    }
  }
}
