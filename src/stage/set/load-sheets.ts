/** Loads the sheets of hide once per page life, and puts them into the game's textures. */
import type * as Phaser from 'phaser';
import { Sheet, type SheetFile } from './sheet.ts';

/** An atlas to load: the key of its texture, its file, and where its picture is. */
export interface SheetSource {
  readonly texture: string;
  readonly file: SheetFile;
  readonly url: string;
}

const pictures = new Map<string, Promise<HTMLImageElement>>();

/** Starts loading a picture, or says how far it is. A failed load may be tried again. */
export function loadPicture(url: string): Promise<HTMLImageElement> {
  let picture = pictures.get(url);
  if (!picture) {
    const image = new Image();
    image.src = url;
    picture = image.decode().then(() => image);
    picture.catch(() => pictures.delete(url));
    pictures.set(url, picture);
  }
  return picture;
}

/** The sheet of the given sources; their pictures must have been loaded. */
export async function openSheets(
  textures: Phaser.Textures.TextureManager,
  sources: readonly SheetSource[],
): Promise<Sheet> {
  const sheet = new Sheet();
  for (const { texture: key, file, url } of sources) {
    const image = await loadPicture(url);
    sheet.add(key, file, image);
    if (textures.exists(key)) continue;
    const texture = textures.addImage(key, image);
    if (!texture) throw new Error(`the texture ${key} could not be made`);
    for (const [name, { frame }] of Object.entries(file.frames))
      texture.add(name, 0, frame.x, frame.y, frame.w, frame.h);
  }
  return sheet;
}
