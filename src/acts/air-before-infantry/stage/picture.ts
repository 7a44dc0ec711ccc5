/** A sprite that changes its drawing: kept with the scale of the piece that it shows. */
import type * as Phaser from 'phaser';
import { hang } from '../../../stage/puppet/hang.ts';
import type { Stage } from '../../../stage/stage.ts';

export class Picture {
  readonly image: Phaser.GameObjects.Image;
  readonly #stage: Stage;
  #name: string;
  /** 1 over raster pixels per unit of the piece that is shown. */
  per: number;

  constructor(stage: Stage, name: string, depth: number) {
    this.#stage = stage;
    this.#name = name;
    this.image = stage.puppets.sprite(name, 0, 0, 1, depth);
    this.per = 1 / stage.puppets.sheet.piece(name).scale;
  }

  get name(): string {
    return this.#name;
  }

  /** Shows a piece; cheap when it is the same. */
  show(name: string): void {
    if (name === this.#name) return;
    this.#name = name;
    const piece = this.#stage.puppets.sheet.piece(name);
    this.image.setTexture(piece.texture, name);
    hang(this.image, piece);
    this.per = 1 / piece.scale;
  }

  /** Sets its size in CSS pixels per unit, across and down. */
  size(across: number, down = across): void {
    this.image.setScale(across * this.per, down * this.per);
  }

  set visible(on: boolean) {
    if (this.image.visible !== on) this.image.setVisible(on);
  }

  destroy(): void {
    this.image.destroy();
  }
}
