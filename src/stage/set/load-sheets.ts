/** Loads the sheets of hide once per page life, and puts them into the game's textures. */
import type * as Phaser from 'phaser';
import { beginPicture, type PictureFiles } from './begin-picture.ts';
import { Sheet, type SheetFile } from './sheet.ts';

/** An atlas to load: the key of its texture, its file, and where its picture is, in either format. */
export interface SheetSource {
  readonly texture: string;
  readonly file: SheetFile;
  readonly picture: PictureFiles;
}

const pictures = new Map<string, Promise<HTMLImageElement>>();

/** Starts loading a picture, or says how far it is. A failed load may be tried again. */
export function loadPicture(files: PictureFiles): Promise<HTMLImageElement> {
  let picture = pictures.get(files.webp);
  if (!picture) {
    picture = decode(beginPicture(files)).catch(() => decodePlain(files.webp));
    picture.catch(() => pictures.delete(files.webp));
    pictures.set(files.webp, picture);
  }
  return picture;
}

/** Some browsers say that they read a format, and then cannot: they get what every one reads. */
function decodePlain(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  return decode(image);
}

async function decode(image: HTMLImageElement): Promise<HTMLImageElement> {
  await image.decode();
  return image;
}

/** The sheet of the given sources; their pictures must have been loaded. */
export async function openSheets(
  textures: Phaser.Textures.TextureManager,
  sources: readonly SheetSource[],
): Promise<Sheet> {
  const sheet = new Sheet();
  for (const { texture: key, file, picture } of sources) {
    const image = await loadPicture(picture);
    sheet.add(key, file, image);
    if (textures.exists(key)) continue;
    const texture = textures.addImage(key, image);
    if (!texture) throw new Error(`the texture ${key} could not be made`);
    for (const [name, { frame }] of Object.entries(file.frames))
      texture.add(name, 0, frame.x, frame.y, frame.w, frame.h);
  }
  return sheet;
}
