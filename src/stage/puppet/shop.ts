/** Makes sprites and puppets from the sheet. Everything hangs by its pivot; sizes are CSS pixels per unit of the art. */
import type * as Phaser from 'phaser';
import type { Rig } from '../rig/rig.ts';
import type { Sheet } from '../set/sheet.ts';
import { hang } from './hang.ts';
import { Puppet } from './puppet.ts';

export class PuppetShop {
  readonly scene: Phaser.Scene;
  readonly sheet: Sheet;

  constructor(scene: Phaser.Scene, sheet: Sheet) {
    this.scene = scene;
    this.sheet = sheet;
  }

  /** A sprite of one piece, hung by its pivot, `size` CSS pixels per unit. */
  sprite(name: string, x: number, y: number, size: number, depth: number): Phaser.GameObjects.Image {
    const piece = this.sheet.piece(name);
    const image = this.scene.add.image(x, y, piece.texture, name).setDepth(depth);
    hang(image, piece);
    return image.setScale(size / piece.scale);
  }

  puppet(rig: Rig, dye: string): Puppet {
    return new Puppet(this, rig, dye);
  }
}
