import { createRequire } from 'node:module';

interface SubsetOptions {
  readonly targetFormat: 'sfnt' | 'woff2';
  /** Tags of the OpenType features to keep; all of them when left out. */
  readonly keepFeatures?: readonly string[];
  readonly noHinting?: boolean;
}

/** Cuts a font down to the characters of a text; a character that the font lacks is passed over in silence. */
type Subset = (font: Buffer, text: string, options: SubsetOptions) => Promise<Buffer>;

// The package has no types of its own, so it is taken as what its manual says it is.
export const subset = createRequire(import.meta.url)('subset-font') as Subset;
