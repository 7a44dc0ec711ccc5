/** A picture in two formats: the small one, and one that every browser reads. */
export interface PictureFiles {
  readonly avif: string;
  readonly webp: string;
}

/**
 * Begins to fetch a picture in the better format that the browser reads. It decides by itself, as in a page: an image
 * heeds the `<picture>` round it even when both stand nowhere.
 */
export function beginPicture({ avif, webp }: PictureFiles): HTMLImageElement {
  const picture = document.createElement('picture');
  const source = document.createElement('source');
  source.type = 'image/avif';
  source.srcset = avif;
  const image = new Image();
  image.fetchPriority = 'high';
  picture.append(source, image);
  image.src = webp;
  return image;
}
