import type * as Phaser from 'phaser';
import type { Piece, Sheet } from '../set/sheet.ts';

/** What is needed to make sprites: the scene, and the sheet they are cut from. */
export interface Workshop {
  readonly scene: Phaser.Scene;
  readonly sheet: Sheet;
}

/** Puts a sprite's origin at its piece's pivot. */
export function hang(image: Phaser.GameObjects.Image, piece: Piece): void {
  image.setOrigin(piece.pivotX / piece.width, piece.pivotY / piece.height);
}
