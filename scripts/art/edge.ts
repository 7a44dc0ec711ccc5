import { readDrawing } from './drawing.ts';

const piece = (name: string, transform: string): string => {
  const d = readDrawing(`sets/theatre/${name}`);
  // ids are made the piece's own, for many pieces share one page
  const own = (s: string): string =>
    s.replace(/id="(\w+)"/g, `id="${name}-$1"`).replace(/url\(#(\w+)\)/g, `url(#${name}-$1)`);
  return `<g transform="${transform}"><defs>${own(d.defs)}</defs>${own(d.inner)}</g>`;
};

/** How many whole repeats fit, and where the first begins so that the run is centred. */
function run(length: number, period: number): { readonly count: number; readonly start: number } {
  const count = Math.floor(length / period);
  return { count, start: (length - count * period) / 2 };
}

/** The carved edge and the tied curtains round a page of any size, with no ornament stretched: the same rule as on the stage. */
export function stageEdge(width: number, height: number, scale: number, curtainDrop = 616): string {
  const w = width / scale;
  const h = height / scale;
  let out = '';
  for (const side of [`scale(${scale})`, `translate(${width} 0) scale(${-scale} ${scale})`]) {
    const stretch = curtainDrop / 616;
    out += piece('curtain-tied', `${side} translate(50 74) scale(${Math.min(1, stretch)} ${stretch})`);
  }
  const across = run(w - 640, 110);
  const bottom = run(w - 180, 88);
  const down = run(h - 264 - 78, 92);
  const at = `scale(${scale})`;
  out += piece('edge-top-plain', `${at} translate(320 0) scale(${(w - 640) / 16} 1)`);
  for (let i = 0; i < across.count; i++) out += piece('edge-top', `${at} translate(${320 + across.start + i * 110} 0)`);
  out += piece('edge-bottom-plain', `${at} translate(90 ${h - 38}) scale(${(w - 180) / 16} 1)`);
  for (let i = 0; i < bottom.count; i++)
    out += piece('edge-bottom', `${at} translate(${90 + bottom.start + i * 88} ${h - 38})`);
  for (const side of [at, `translate(${width} 0) scale(${-scale} ${scale})`]) {
    out += piece('edge-side-plain', `${side} translate(0 264) scale(1 ${(h - 342) / 16})`);
    for (let i = 0; i < down.count; i++) out += piece('edge-side', `${side} translate(0 ${264 + down.start + i * 92})`);
    out += piece('edge-corner', side) + piece('edge-foot', `${side} translate(0 ${h - 78})`);
  }
  return out + piece('edge-crest', `${at} translate(${w / 2} 46)`);
}
