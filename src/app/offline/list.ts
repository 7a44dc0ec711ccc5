/**
 * What has to be on the device to play without a network, as the build lists it (`scripts/build/offline/`), and how much
 * of it is here. Pure.
 */

/** A part that a player would miss: the shell, `house`, `sound`, `act:<act>`, `language:<language>`; or `kiosk`. */
export type OfflinePart = string;
export type OfflineFormat = 'avif' | 'webp' | 'webm' | 'm4a';

export interface OfflineFile {
  /** Address on this server; its name carries a hash of the content, except in the shell. */
  readonly url: string;
  /** Size as it lies on the device, uncompressed. */
  readonly bytes: number;
  readonly pack: OfflinePart;
  /** Only for what also comes in another format: a browser needs one of them. */
  readonly format?: OfflineFormat;
}

export interface OfflineList {
  /** Version of this form. */
  readonly version: 1;
  /** The page's entry: two lists with the same one are lists of the same game. */
  readonly entry: string;
  readonly files: readonly OfflineFile[];
}

/** The part that the service worker brings along by itself. */
export const SHELL = 'shell';

/** How much of a list is on the device. */
export interface OfflineCount {
  /** Whole parts that are here. */
  readonly here: number;
  readonly all: number;
  /** Bytes on the device that are still missing. */
  readonly missing: number;
}

function isFile(value: unknown): value is OfflineFile {
  const { url, bytes, pack } = (value ?? {}) as Partial<OfflineFile>;
  return typeof url === 'string' && url.startsWith('/') && typeof bytes === 'number' && typeof pack === 'string';
}

/** Reads a list; null when it is none, or one of a form that is not known here. */
export function readList(value: unknown): OfflineList | null {
  const { version, entry, files } = (value ?? {}) as Partial<OfflineList>;
  const isList = version === 1 && typeof entry === 'string' && Array.isArray(files) && files.every(isFile);
  return isList ? { version, entry, files } : null;
}

/** The part that only kiosks take along. */
const KIOSK = 'kiosk';

/** The files that a browser needs which reads these formats. `isKiosk`: also what a kiosk's own pages are made of. */
export function chooseFiles(
  list: OfflineList,
  formats: ReadonlySet<OfflineFormat>,
  isKiosk = false,
): readonly OfflineFile[] {
  return list.files.filter(
    ({ format, pack }) => (format === undefined || formats.has(format)) && (isKiosk || pack !== KIOSK),
  );
}

/** What is fetched first: what every screen needs, then the language of the moment, the acts, the music, the rest. */
export function inOrder(files: readonly OfflineFile[], language: string): readonly OfflineFile[] {
  const order = [SHELL, 'house', KIOSK, `language:${language}`, 'act:', 'sound', 'language:'];
  const place = ({ pack }: OfflineFile): number => order.findIndex((each) => pack.startsWith(each));
  return files.toSorted((one, other) => place(one) - place(other));
}

/** Counts whole parts, since half an act cannot be played. `here`: addresses of what is on the device. */
export function countParts(files: readonly OfflineFile[], here: ReadonlySet<string>): OfflineCount {
  const missing = files.filter(({ url }) => !here.has(url));
  const all = new Set(files.map(({ pack }) => pack));
  const torn = new Set(missing.map(({ pack }) => pack));
  return { here: all.size - torn.size, all: all.size, missing: missing.reduce((sum, { bytes }) => sum + bytes, 0) };
}
