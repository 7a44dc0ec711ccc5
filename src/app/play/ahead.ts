/**
 * What a play needs, asked for all at once. The stage's own modules name the pictures, but they come late, behind
 * Phaser; here the addresses are known as soon as the page's first module runs.
 */
import { beginPicture } from '../../stage/set/begin-picture.ts';
import { isOpen, loadRules, loadStage } from '../acts.ts';
import { canDraw } from './can-draw.ts';

/** The sheets of hide: the theatre's own, and one that is named after each act. */
const sheets = import.meta.glob<string>(
  ['../../../assets/built/*.{avif,webp}', '!../../../assets/built/{title,muster}*.{avif,webp}'],
  { query: '?url', import: 'default', eager: true },
);

/** Pictures that are on their way; a picture that nobody holds might not be fetched to its end. */
const coming = new Map<string, HTMLImageElement>();

/** Asks for the theatre's sheet and the act's. What does not arrive is asked for again by the theatre. */
export function askForSheets(act: string): void {
  for (const name of ['theatre', act]) {
    const [avif, webp] = ['avif', 'webp'].map((format) => sheets[`../../../assets/built/${name}.${format}`]);
    if (avif === undefined || webp === undefined || coming.has(name)) continue;
    const image = beginPicture({ avif, webp });
    image.onload = image.onerror = () => coming.delete(name);
    coming.set(name, image);
  }
}

/**
 * Asks for everything that the play of an address needs, if it is one. What fails here is asked for again there.
 * Phaser comes first, since it takes longest and has most to do once it is there; the pictures share the line only
 * when the many small modules, which a browser fetches six at a time, are through.
 */
export function askAhead(path: string): void {
  const act = /^\/act\/([^/]+)\/play$/.exec(path)?.[1];
  if (act === undefined || !isOpen(act) || !canDraw()) return;
  void Promise.allSettled([import('../../stage/index.ts'), loadStage(act)]);
  void Promise.allSettled([loadRules(act)]).then(() => askForSheets(act));
}
