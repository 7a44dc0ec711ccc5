/** A sheet of hide: the atlas picture and where each piece lies in it, for the painter and for sprites alike. */

/** One entry of the atlas file (Phaser's hash format, with our pivot and scale). */
interface SheetEntry {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly spriteSourceSize: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly sourceSize: { readonly w: number; readonly h: number };
  /** Share of the untrimmed piece at which its pivot lies. */
  readonly pivot: { readonly x: number; readonly y: number };
  /** Raster pixels per unit of the drawing. */
  readonly scale: number;
}

export interface SheetFile {
  readonly frames: Readonly<Record<string, SheetEntry>>;
  readonly meta: { readonly image: string };
}

/** A piece as it is drawn: which texture, where in it, and how it hangs. */
export interface Piece {
  readonly texture: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Pivot in raster pixels from the trimmed piece's top left corner. */
  readonly pivotX: number;
  readonly pivotY: number;
  readonly scale: number;
}

export class Sheet {
  readonly #pieces = new Map<string, Piece>();
  readonly #images = new Map<string, CanvasImageSource>();

  /** Adds an atlas under the key of its texture. */
  add(texture: string, file: SheetFile, image: CanvasImageSource): void {
    this.#images.set(texture, image);
    for (const [name, entry] of Object.entries(file.frames)) {
      this.#pieces.set(name, {
        texture,
        x: entry.frame.x,
        y: entry.frame.y,
        width: entry.frame.w,
        height: entry.frame.h,
        pivotX: entry.pivot.x * entry.sourceSize.w - entry.spriteSourceSize.x,
        pivotY: entry.pivot.y * entry.sourceSize.h - entry.spriteSourceSize.y,
        scale: entry.scale,
      });
    }
  }

  /** Throws when the art has no such piece. */
  piece(name: string): Piece {
    const piece = this.#pieces.get(name);
    if (!piece) throw new Error(`the sheet has no piece ${name}`);
    return piece;
  }

  has(name: string): boolean {
    return this.#pieces.has(name);
  }

  /** Draws a piece with its pivot at (x, y), `size` CSS pixels per unit of the drawing. */
  draw(
    context: CanvasRenderingContext2D,
    name: string,
    x: number,
    y: number,
    size: number,
    flip = false,
    rotation = 0,
  ): void {
    const piece = this.piece(name);
    const image = this.#images.get(piece.texture);
    if (!image) return;
    const k = size / piece.scale;
    context.save();
    context.translate(x, y);
    if (rotation !== 0) context.rotate(rotation);
    context.scale(flip ? -k : k, k);
    context.drawImage(
      image,
      piece.x,
      piece.y,
      piece.width,
      piece.height,
      -piece.pivotX,
      -piece.pivotY,
      piece.width,
      piece.height,
    );
    context.restore();
  }

  /** Repeats a strip across from x to `end`, beginning at `shift` units into it. One pixel of overlap hides the seams. */
  repeat(
    context: CanvasRenderingContext2D,
    name: string,
    x: number,
    end: number,
    y: number,
    size: number,
    shift = 0,
  ): void {
    const piece = this.piece(name);
    const step = (piece.width / piece.scale) * size;
    const overlap = 0.5;
    for (let at = x - ((shift * size) % step) - (shift > 0 ? 0 : 0); at < end; at += step - overlap)
      this.draw(context, name, at, y, size);
  }
}
