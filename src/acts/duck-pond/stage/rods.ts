/**
 * What shows the puppeteer's hand: rods that fade towards it, trailing a little behind what they carry; and the
 * strands of glue that hold a bird's feet. Fixed pools, given out anew each frame.
 */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { SEEN } from './bird-arrays.ts';
import type { Flock } from './flock.ts';
import type { HostFigure } from './host-figure.ts';
import type { PondLayout } from './pond-layout.ts';

const KEY = 'pond-rod';
/** More rods than this would be a fence, not a flock. */
const BIRD_RODS = 64;
const STRANDS = 28;
const HOST_RODS = [
  ['hand', 0, 30],
  ['hips', 0, -20],
  ['hand-far', 0, 20],
] as const;
const LENGTH = 128;

export class Rods {
  readonly #rods: Phaser.GameObjects.Image[] = [];
  readonly #strands: Phaser.GameObjects.Image[] = [];
  readonly #hostRods: Phaser.GameObjects.Image[] = [];
  readonly #strandPer: number;
  readonly #point = { x: 0, y: 0 };

  constructor(stage: Stage, birds: number) {
    stage.painter.paint(
      KEY,
      4,
      LENGTH,
      (context) => {
        const fade = context.createLinearGradient(0, 0, 0, LENGTH);
        fade.addColorStop(0, 'rgba(30, 16, 12, 0.75)');
        fade.addColorStop(0.4, 'rgba(30, 16, 12, 0.42)');
        fade.addColorStop(1, 'rgba(30, 16, 12, 0)');
        context.fillStyle = fade;
        context.fillRect(1, 0, 2, LENGTH);
      },
      1,
    );
    const rod = (depth: number): Phaser.GameObjects.Image =>
      stage.scene.add.image(0, 0, KEY).setOrigin(0.5, 0).setDepth(depth).setVisible(false);
    // With a thousand birds nobody would see a rod: then there are none.
    for (let n = 0; n < (birds > 240 ? 0 : Math.min(birds, BIRD_RODS)); n++) this.#rods.push(rod(DEPTH.flock - 1));
    for (let n = 0; n < HOST_RODS.length; n++) this.#hostRods.push(rod(DEPTH.host + 60));
    for (let n = 0; n < STRANDS; n++)
      this.#strands.push(stage.puppets.sprite('pond/glue-strand', 0, 0, 1, DEPTH.feeding).setVisible(false));
    this.#strandPer = 1 / stage.puppets.sheet.piece('pond/glue-strand').scale;
  }

  update(flock: Flock, host: HostFigure, layout: PondLayout): void {
    let rod = 0;
    let strand = 0;
    for (let i = 0; i < flock.count; i++) {
      const seen = flock.seen[i];
      if ((seen === SEEN.flying || seen === SEEN.gliding || seen === SEEN.rising) && rod < this.#rods.length)
        this.#hangRod(rod++, i, flock);
      else if (seen === SEEN.held && strand < STRANDS) this.#pullStrand(strand++, i, flock, layout);
    }
    for (; rod < this.#rods.length; rod++) hide(this.#rods[rod]);
    for (; strand < STRANDS; strand++) hide(this.#strands[strand]);
    for (const [n, [part, px, py]] of HOST_RODS.entries()) {
      const image = this.#hostRods[n];
      if (!image) continue;
      host.find(part, px, py, this.#point);
      const length = Math.max(20, layout.opening.y + layout.opening.height - this.#point.y);
      image
        .setPosition(this.#point.x, this.#point.y)
        .setScale(0.9, length / LENGTH)
        .setVisible(true);
      image.rotation = ((this.#point.x - host.x) / length) * 0.28;
    }
  }

  destroy(): void {
    for (const image of [...this.#rods, ...this.#strands, ...this.#hostRods]) image.destroy();
  }

  #hangRod(n: number, i: number, flock: Flock): void {
    const image = this.#rods[n];
    if (!image) return;
    const size = flock.size[i] as number;
    if (!image.visible) image.setVisible(true);
    image.x = flock.x[i] as number;
    image.y = (flock.y[i] as number) + 10 * size;
    image.scaleX = 0.9;
    image.scaleY = (size * 250) / LENGTH;
    image.rotation = (flock.facing[i] as number) * 0.13 + (flock.tilt[i] as number) * 0.4;
  }

  #pullStrand(n: number, i: number, flock: Flock, layout: PondLayout): void {
    const image = this.#strands[n];
    if (!image) return;
    const size = flock.size[i] as number;
    const ground = flock.ground[i] as number;
    const pull = Math.max(0, Math.sin(((flock.beat[i] as number) + i * 0.37) * 2.6));
    const per = size * this.#strandPer;
    if (!image.visible) image.setVisible(true);
    image.setPosition(
      (flock.x[i] as number) - 4 * size * (flock.facing[i] as number),
      ground - (14 + 16 * pull) * size,
    );
    image.setScale(per * 0.85, per * (0.45 + 0.5 * pull));
    image.setDepth(DEPTH.feeding + Math.round((ground - layout.sandTop) * 2) + 1);
  }
}

function hide(image: Phaser.GameObjects.Image | undefined): void {
  if (image?.visible) image.setVisible(false);
}
