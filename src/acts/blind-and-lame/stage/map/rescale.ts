import type * as Phaser from 'phaser';

const own = new WeakMap<Phaser.GameObjects.Image, number>();

/** Scales an image against the size it was made with, which is that of its raster. */
export function rescale(image: Phaser.GameObjects.Image, by: number): void {
  let size = own.get(image);
  if (size === undefined) own.set(image, (size = image.scaleX));
  image.setScale(size * by);
}
