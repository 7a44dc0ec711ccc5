/**
 * Dev only: the mountain road put together from the built sheets as the stage would: at sunset with the pair on it, in
 * the dark with what the staff has touched, and with the map unrolled.
 */
import { join } from 'node:path';
import type { Pose } from '../../src/stage/rig/rig.ts';
import { readRigOf } from './flipbook.ts';
import { page } from './sheet.ts';
import type { Sheet } from './sheet.ts';

const WIDTH = 1280;
const HEIGHT = 720;
const COLUMN = 150;
const LANE = 60;
/** Stage pixels per unit of the road, and of the puppets. */
const K = 0.78;
const PAIR = 0.42;

/** A stretch of road, a row per lane from the mountain down: # rock, . path, = bridge, o stones, M market, v ravine, ~ river. */
const ROAD = ['#..v.#~.###', '.#.v#..~..#', '...=...o.M#', '##.v#.~.#.#', '..#v..~..##'] as const;
/** What the staff has touched of it. */
const TOUCHED = ['           ', '.#. #      ', ' ..=.      ', ' #.v       ', '           '] as const;
const MARKETS = [2, 2];

type Put = (name: string, x: number, y: number, size?: number, flip?: boolean, turn?: number) => void;

const GROUND: Readonly<Record<string, string>> = {
  '#': 'rough',
  M: 'paving',
  '=': 'ravine',
  v: 'ravine',
  o: 'river',
  '~': 'river',
};
const TOUCH: Readonly<Record<string, string>> = {
  '#': 'rock',
  '.': 'path',
  '=': 'bridge',
  o: 'stones',
  M: 'market',
  v: 'ravine',
  '~': 'river',
};
const isGap = (sign: string | undefined): boolean => sign !== undefined && '=vo~'.includes(sign);

class Scene {
  body = '';
  readonly #art: Sheet;
  readonly #stage: Sheet;

  constructor(art: Sheet, stage: Sheet) {
    this.#art = art;
    this.#stage = stage;
  }

  readonly put: Put = (name, x, y, size = 1, flip = false, turn = 0) => {
    this.body += this.#art.draw(
      `mountain/${name}`,
      `translate(${x} ${y}) rotate(${turn}) scale(${flip ? -size : size} ${size})`,
    );
  };

  fade(share: number, draw: () => void): void {
    const before = this.body;
    this.body = '';
    draw();
    this.body = `${before}<g opacity="${share}">${this.body}</g>`;
  }

  figure(name: string, pose: Pose, x: number, y: number, size: number): void {
    this.body += this.#art.puppet(readRigOf(name).rig, pose, 'plain', `translate(${x} ${y}) scale(${size})`);
  }

  sky(): void {
    this.body += `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>`;
    this.put('sun-glow', 590, 290, 0.95);
    this.put('sun', 590, 290, 1.1);
    for (const [n, x, y, k] of [
      [1, 260, 180, 0.8],
      [2, 820, 210, 0.85],
      [3, 960, 120, 0.9],
      [2, 150, 110, 0.6],
      [3, 420, 360, 0.8],
    ] as const)
      this.fade(0.8, () => this.put(`cloud-${n}`, x, y, k));
    for (const x of [-300, 1300]) this.put('range-far', x, 470, 0.9);
    this.fade(0.8, () => [0, 680].forEach((x) => this.put('mist-band', x, 440, 0.85)));
    for (const x of [-520, 680]) this.put('range-middle', x, 490, 0.8);
    this.fade(0.8, () => [-300, 380, 1060].forEach((x) => this.put('mist-band', x, 470, 0.85)));
    for (const x of [-760, 280]) this.put('range-near', x, 500, 0.8);
    this.put('town-3', 1105, 470, 0.5);
    for (const x of [-100, 580]) this.put('mist-band', x, 480, 0.85);
    for (const [n, x, y, k] of [
      [1, 780, 150, 0.8],
      [2, 850, 180, 0.62],
      [3, 900, 140, 0.56],
      [1, 250, 130, 0.5],
    ] as const)
      this.put(`bird-${n}`, x, y, k);
  }

  /** The road with its first column at `x0` and lane 0 at `y0`; figures of a lane are painted by `stand`. */
  road(x0: number, y0: number, k: number, stand: (lane: number) => void): void {
    for (let x = x0 - 2.2 * 900 * k; x < WIDTH; x += 900 * k) this.put('cliff', x, y0 - 22 * k, k);
    for (const [lane, row] of ROAD.entries()) {
      const y = y0 + lane * LANE * k;
      const at = (column: number): number => x0 + column * COLUMN * k;
      const signs = [...row];
      for (const [column, sign] of signs.entries())
        this.put(GROUND[sign] ?? `earth-${1 + ((column * 7 + lane * 5) % 3)}`, at(column), y, k * 1.004);
      for (const [column, sign] of signs.entries()) {
        if (!isGap(sign)) continue;
        const rim = '=v'.includes(sign) ? 'rim-ravine' : 'rim-river';
        if (!isGap(signs[column - 1])) this.put(rim, at(column) - 75 * k, y, k);
        if (!isGap(signs[column + 1])) this.put(rim, at(column) + 75 * k, y, k, true);
      }
      for (const [column, sign] of signs.entries()) {
        const on =
          sign === '#'
            ? (['rock-1', 'rock-2', 'thicket'] as const)[(column + lane * 2) % 3]
            : { '=': 'bridge', o: 'stones', M: 'market-gate' }[sign];
        if (on !== undefined) this.put(on, at(column), y, k, on !== 'bridge' && (column + lane) % 2 === 1);
      }
      const below = [...(ROAD[lane + 1] ?? '')];
      for (const [column, sign] of signs.entries())
        if (sign === '.' && '.M'.includes(below[column] ?? '#')) this.put('steps', at(column), y, k);
      stand(lane);
      for (const [column, sign] of signs.entries()) if (sign === '=') this.put('bridge-rail', at(column), y, k);
      this.fade(0.34 - 0.08 * lane, () => [0, 468].forEach((x) => this.put('mist-lane', x - 60 * lane, y, k)));
    }
    for (let x = x0 - 3 * 600 * k; x < WIDTH; x += 600 * k) this.put('riverside', x, y0 + (4 * LANE + 38) * k, k);
  }

  edge(): void {
    const draw = (name: string, to: string): void => void (this.body += this.#stage.draw(`theatre/${name}`, to));
    this.body += `<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#fall)"/>`;
    const s = 0.8;
    const right = `translate(${WIDTH} 0) scale(-1 1) `;
    for (let x = 250; x < 1030; x += 110 * s) draw('edge-top', `translate(${x} 0) scale(${s})`);
    for (let x = 60; x < 1220; x += 88 * s) draw('edge-bottom', `translate(${x} ${HEIGHT - 38 * s}) scale(${s})`);
    for (const side of ['', right]) {
      for (let y = 200; y < 660; y += 92 * s) draw('edge-side', `${side}translate(0 ${y}) scale(${s})`);
      draw('edge-corner', `${side}scale(${s})`);
      draw('edge-foot', `${side}translate(0 ${HEIGHT - 78 * s}) scale(${s})`);
    }
  }

  async write(file: string): Promise<void> {
    await page(file, WIDTH, HEIGHT, this.body, DEFS + this.#art.defs() + this.#stage.defs());
  }
}

const DEFS =
  '<radialGradient id="sky" gradientUnits="userSpaceOnUse" cx="590" cy="300" r="820"><stop offset="0" stop-color="#F4E1BA"/><stop offset=".22" stop-color="#F6D9A0"/><stop offset=".44" stop-color="#DBAA5A"/><stop offset=".74" stop-color="#BE5F25"/><stop offset="1" stop-color="#7A1F1A"/></radialGradient>' +
  '<radialGradient id="fall" gradientUnits="userSpaceOnUse" cx="640" cy="360" r="760"><stop offset=".55" stop-color="#120C0A" stop-opacity="0"/><stop offset="1" stop-color="#120C0A" stop-opacity=".7"/></radialGradient>' +
  '<radialGradient id="pool" gradientUnits="userSpaceOnUse" cx="520" cy="470" r="420"><stop offset="0" stop-color="#E9A652" stop-opacity=".42"/><stop offset=".5" stop-color="#B0602C" stop-opacity=".16"/><stop offset="1" stop-color="#6A2A1C" stop-opacity="0"/></radialGradient>';

/** `pose`: of the pair, as it walks. Writes mountain-{sunset,dark,map}.png into a folder. */
export async function mockMountain(out: string, art: Sheet, stage: Sheet, pose: Pose): Promise<void> {
  const sunset = new Scene(art, stage);
  sunset.sky();
  const x0 = 60;
  const y0 = 420;
  sunset.road(x0, y0, K, (lane) => {
    const y = y0 + lane * LANE * K;
    if (lane === 2) sunset.figure('pair', pose, x0 + 2.7 * COLUMN * K, y, PAIR);
    if (lane === 2) sunset.put('stall-1', x0 + 9 * COLUMN * K - 60, y - 14, K);
  });
  sunset.put('pine', 110, 690, 0.9);
  sunset.edge();
  await sunset.write(join(out, 'mountain-sunset.png'));

  const dark = new Scene(art, stage);
  dark.body += `<rect width="${WIDTH}" height="${HEIGHT}" fill="#0E1024"/><rect width="${WIDTH}" height="${HEIGHT}" fill="url(#pool)"/>`;
  for (const [lane, row] of TOUCHED.entries()) {
    const y = y0 + lane * LANE * K;
    for (const [column, sign] of [...row].entries()) {
      const touched = TOUCH[sign];
      if (touched !== undefined)
        dark.fade(Math.max(0.35, 1 - 0.18 * Math.abs(column - 3)), () =>
          dark.put(`touched-${touched}`, x0 + column * COLUMN * K, y, K),
        );
    }
    if (lane === MARKETS[0]) dark.figure('pair', pose, x0 + 3 * COLUMN * K, y, PAIR);
    if (lane === MARKETS[0]) dark.put('tap-ring', x0 + 4.6 * COLUMN * K, y, K);
  }
  dark.put('call-ring', 520, 330, 1);
  dark.put('echo-arc', 760, 330, 0.7, true);
  rosette(dark.put, 'walk', 150, 590, 0.62, 1);
  dark.edge();
  await dark.write(join(out, 'mountain-dark.png'));

  const map = new Scene(art, stage);
  map.sky();
  map.road(x0, y0, K, (lane) => {
    if (lane === 2) map.figure('pair', pose, x0 + 2 * COLUMN * K, y0 + lane * LANE * K, PAIR);
  });
  unroll(map.put, 400, 100, 800, 480);
  rosette(map.put, 'call', 1120, 590, 0.62, 0);
  for (const [n, turn] of [0, 0, 90, 0].entries()) {
    map.put('word-flag', 500 + n * 50, 640, 0.9);
    map.put('word-arrow', 518 + n * 50, 602, 0.9, false, turn);
  }
  map.edge();
  await map.write(join(out, 'mountain-map.png'));
}

function rosette(put: Put, kind: 'walk' | 'call', x: number, y: number, k: number, lit: number): void {
  for (let n = 0; n < 4; n++) put(`pad-${kind}${n === lit ? '-lit' : ''}`, x, y, k, false, n * 90);
  put(`pad-${kind}-hub`, x, y, k);
}

/** The scroll over a box, the stretch of road on it, a called way, and what has been put right. */
function unroll(put: Put, x: number, y: number, width: number, height: number): void {
  for (let dx = 0; dx < width; dx += 160) for (let dy = 0; dy < height; dy += 160) put('map-paper', x + dx, y + dy);
  for (let dx = 0; dx < width; dx += 160) {
    put('map-top', x + dx, y);
    put('map-bottom', x + dx, y + height);
  }
  for (const side of [x, x + width]) {
    for (let dy = -20; dy < height; dy += 80) put('map-roller', side, y + dy);
    put('map-knob', side, y - 20);
    put('map-knob', side, y + height + 40, 1, false, 180);
  }
  const at = (column: number, lane: number): readonly [number, number] => [x + 80 + column * 64, y + 112 + lane * 64];
  for (const [lane, row] of ROAD.entries())
    for (const [column, sign] of [...row].entries()) {
      const [cx, cy] = at(column, lane);
      put(sign === 'M' ? 'glyph-market-1' : `glyph-${TOUCH[sign] ?? 'path'}`, cx, cy);
    }
  for (const column of [3, 4, 5, 6])
    for (const half of [0, 0.34, 0.67]) put('map-dot', at(column - half, 2)[0], at(0, 2)[1], 0.8);
  put('map-arrow', ...at(6.4, 2));
  put('map-pair', ...at(2, 2));
  put('strike', ...at(7, 2));
  put('mend-flood', ...at(7, 1));
  put('mend-fallen', ...at(3, 1));
  put('mend-slide', ...at(1, 1));
  put('mend-new', ...at(7, 3));
  put('map-rival', at(8, 1)[0], at(8, 1)[1] + 16);
}
