/** Dev only: draws frames of the built atlases as pieces of an SVG page, so that what is looked at is what is played. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { ROOT } from './palette.ts';
import { frameOf } from '../../src/stage/rig/rig.ts';
import type { Pose, Rig } from '../../src/stage/rig/rig.ts';
import { STRIDE, solve, solved } from '../../src/stage/rig/solve.ts';

interface AtlasFrame {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly spriteSourceSize: { readonly x: number; readonly y: number };
  readonly sourceSize: { readonly w: number; readonly h: number };
  readonly pivot: { readonly x: number; readonly y: number };
  readonly scale: number;
}

/** Draws frames of one built atlas as pieces of an SVG page. */
export class Sheet {
  readonly frames: Readonly<Record<string, AtlasFrame>>;
  readonly #cuts = new Map<string, string>();
  readonly #file: string;
  readonly #tints = new Map<string, string>();

  constructor(name: string) {
    this.#file = join(ROOT, 'assets/built', `${name}.webp`);
    this.frames = (
      JSON.parse(readFileSync(join(ROOT, 'assets/built', `${name}.json`), 'utf8')) as {
        frames: Record<string, AtlasFrame>;
      }
    ).frames;
  }

  async load(): Promise<this> {
    for (const [name, f] of Object.entries(this.frames)) {
      const png = await sharp(this.#file)
        .extract({ left: f.frame.x, top: f.frame.y, width: f.frame.w, height: f.frame.h })
        .png()
        .toBuffer();
      this.#cuts.set(name, png.toString('base64'));
    }
    return this;
  }

  /** The frame with its pivot at 0,0, one unit per unit of the drawing. */
  draw(name: string, transform: string, tint: string | null = null, extra = ''): string {
    const f = this.frames[name];
    if (f === undefined) throw new Error(`no frame ${name}`);
    const x = (f.spriteSourceSize.x - f.pivot.x * f.sourceSize.w) / f.scale;
    const y = (f.spriteSourceSize.y - f.pivot.y * f.sourceSize.h) / f.scale;
    const filter = tint === null ? '' : ` filter="url(#${this.#tint(tint)})"`;
    return `<g transform="${transform}"${extra}><image${filter} x="${x}" y="${y}" width="${f.frame.w / f.scale}" height="${f.frame.h / f.scale}" preserveAspectRatio="none" href="data:image/png;base64,${this.#cuts.get(name) ?? ''}"/></g>`;
  }

  #tint(hex: string): string {
    const id = `tint${hex.slice(1)}`;
    const [r, g, b] = [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16) / 255);
    this.#tints.set(
      id,
      `<filter id="${id}" color-interpolation-filters="sRGB"><feColorMatrix values="${r} 0 0 0 0  0 ${g} 0 0 0  0 0 ${b} 0 0  0 0 0 1 0"/></filter>`,
    );
    return id;
  }

  defs(): string {
    return [...this.#tints.values()].join('');
  }

  puppet(rig: Rig, pose: Pose, dye: string, transform: string): string {
    const at = solve(rig, pose, solved(rig));
    let out = '';
    for (const i of rig.order) {
      const p = rig.parts[i];
      const o = i * STRIDE;
      if (p === undefined || p.frame === '' || at[o + 5] !== 1) continue;
      const deg = ((at[o + 2] ?? 0) * 180) / Math.PI;
      out += this.draw(
        frameOf(p, dye),
        `translate(${at[o]} ${at[o + 1]}) rotate(${deg}) scale(${at[o + 3]} ${at[o + 4]})`,
        p.tint,
      );
    }
    return `<g transform="${transform}">${out}</g>`;
  }
}

export async function page(
  file: string,
  width: number,
  height: number,
  body: string,
  defs: string,
  view = `0 0 ${width} ${height}`,
): Promise<void> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${view}"><defs>${defs}</defs>${body}</svg>`;
  await sharp(Buffer.from(svg), { unlimited: true }).png().toFile(file);
}
