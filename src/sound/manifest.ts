import type { LoopKind } from '../../assets/sound/loops/loop.ts';
import built from '../../assets/sound/built/manifest.json';

/** The two formats in which everything is built: Opus first, AAC where a browser does not take Opus in WebM. */
export type Format = 'webm' | 'm4a';

export interface BuiltFile {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Length of the decoded file in seconds, as the encoder's own decoder gives it. */
  readonly seconds: number;
}

export type BuiltFiles = Readonly<Record<Format, BuiltFile>>;

export interface BuiltLoop {
  /** The pack it belongs to: `house`, or the act. */
  readonly pack: string;
  readonly kind: LoopKind;
  readonly files: BuiltFiles;
  /** Seconds from the file's start to the loop's start; what lies before it is the end of the loop once more. */
  readonly lead: number;
  /** Seconds of one turn of the loop. */
  readonly length: number;
  /** Gain at level 1. */
  readonly gain: number;
}

export interface BuiltSprite {
  readonly files: BuiltFiles;
  /** Where each effect lies in the sprite: start and length in milliseconds, as Howler wants them. */
  readonly sprites: Readonly<Record<string, readonly [startMs: number, lengthMs: number]>>;
}

/** What `scripts/sound/build.ts` wrote, beside the files it describes. */
export interface SoundManifest {
  /** Hash of the recipes' sources from which the files were made. */
  readonly recipes: string;
  /** One sprite for the house and one for each act that has sounds of its own. */
  readonly effects: Readonly<Record<string, BuiltSprite>>;
  readonly loops: Readonly<Record<string, BuiltLoop>>;
}

/** A layer of music or place. They share one tempo and one scale, so any of them may sound with any other. */
export type LayerId = keyof typeof built.loops;

/** JSON knows no tuples, so the sprites' pairs are named as such here and nowhere else. The loops' names are kept as types. */
export const manifest = built as unknown as SoundManifest & {
  readonly loops: Readonly<Record<LayerId, BuiltLoop>>;
};
