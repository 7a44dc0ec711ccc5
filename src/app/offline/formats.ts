/** Which of two formats this browser reads. */
import { beginPicture } from '../../stage/set/begin-picture.ts';
import { formatsFor } from '../../sound/files.ts';
import type { OfflineFormat, OfflineList } from './list.ts';

/** The formats to keep: of pictures the one that the page itself would show, of sounds the one it would play. */
export async function readFormats(list: OfflineList): Promise<ReadonlySet<OfflineFormat>> {
  const audio = document.createElement('audio');
  const [sound] = formatsFor((type) => audio.canPlayType(type));
  return new Set([await readPictureFormat(list), sound]);
}

/** Lets the browser choose, on the smallest picture that is to be kept anyway, and see whether it can do what it says. */
async function readPictureFormat(list: OfflineList): Promise<'avif' | 'webp'> {
  const smallest = (format: OfflineFormat): string | undefined =>
    list.files.filter((file) => file.format === format).toSorted((one, other) => one.bytes - other.bytes)[0]?.url;
  const [avif, webp] = [smallest('avif'), smallest('webp')];
  if (avif === undefined || webp === undefined) return 'webp';
  const image = beginPicture({ avif, webp });
  const isRead = await image.decode().then(
    () => true,
    () => false,
  );
  return isRead && new URL(image.currentSrc).pathname === avif ? 'avif' : 'webp';
}
