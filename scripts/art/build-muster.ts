/**
 * Builds assets/built/muster-{waiting,<rank>}.webp: the platform as still pictures, for browsers that cannot draw the
 * stage and for the moment before it has come. They are laid out by the stage's own layout, from the stage's own atlas.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { layOutScene } from '../../src/stage/layout/scene-layout.ts';
import { drummerRest } from '../../src/stage/muster/drummer-poses.ts';
import { raisedAfter, rankPose, waitPose } from '../../src/stage/muster/examinee-poses.ts';
import { KITS, MUSTER_RANKS, type MusterRank } from '../../src/stage/muster/kit.ts';
import { layOutMuster, LEVELS, type MusterLayout, type Placed } from '../../src/stage/muster/muster-layout.ts';
import { stageEdge } from './edge.ts';
import { readRigOf } from './flipbook.ts';
import { colour, ROOT } from './palette.ts';
import { Sheet } from './sheet.ts';

const SIZE = { width: 1100, height: 500 };
const QUALITY = 46;
const out = join(ROOT, 'assets/built');

const at = ({ x, y, size }: Placed, flip = false): string =>
  `translate(${x} ${y}) scale(${flip ? -size : size} ${size})`;

/** The screen behind everything: dawn round the sun. */
function paintSky({ opening, sun }: MusterLayout): string {
  const { x, y, width, height } = opening;
  const stop = (offset: number, name: string, alpha = 1): string =>
    `<stop offset="${offset}" stop-color="${colour(name)}" stop-opacity="${alpha}"/>`;
  return (
    `<defs><radialGradient id="sky" gradientUnits="userSpaceOnUse" cx="0" cy="0" r="1" gradientTransform="translate(${sun.x} ${sun.high}) scale(${width * 0.7} ${height * 1.1})">` +
    `${stop(0, 'paper')}${stop(0.16, 'screen')}${stop(0.5, 'lamp')}${stop(1, 'ochre-lit')}</radialGradient>` +
    `<linearGradient id="rose" x2="0" y2="1">${stop(0, 'indigo', 0.16)}${stop(0.4, 'ochre', 0)}${stop(0.8, 'cinnabar', 0.16)}</linearGradient>` +
    `<radialGradient id="fall" r=".72"><stop offset=".62" stop-color="${colour('madder')}" stop-opacity="0"/><stop offset="1" stop-color="${colour('madder-deep')}" stop-opacity=".62"/></radialGradient></defs>` +
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#sky)"/><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="url(#rose)"/>`
  );
}

function paintCamp(sheet: Sheet, layout: MusterLayout): string {
  const { opening, unit, horizon, ground, sun, tents, guards, banners } = layout;
  const end = opening.x + opening.width;
  const size = 1.5 * unit;
  let drawn = sheet.draw('muster/sun', at({ x: sun.x, y: (sun.low + sun.high) / 2, size: sun.radius / 112 }));
  for (let x = opening.x - 300 * size; x < end; x += 1199 * size)
    drawn += sheet.draw('muster/hills-far', at({ x, y: horizon - 150 * size, size }), null, ' opacity=".7"');
  for (let x = opening.x - 140 * size; x < end; x += 999 * size)
    drawn += sheet.draw('muster/hills-near', at({ x, y: horizon - 74 * size, size }), null, ' opacity=".85"');
  drawn += `<rect x="${opening.x}" y="${ground - 30 * unit}" width="${opening.width}" height="${opening.y + opening.height - ground + 30 * unit}" fill="${colour('sand')}"/>`;
  for (const tent of tents) drawn += sheet.draw(`muster/${tent.name}`, at(tent), null, ' opacity=".85"');
  for (const guard of guards) drawn += sheet.draw('muster/guard', at(guard), null, ' opacity=".6"');
  for (const banner of banners) {
    drawn += sheet.draw('muster/banner-pole', at(banner));
    drawn += sheet.draw(`muster/banner-${banner.colour}`, at({ ...banner, y: banner.y - 388 * banner.size }));
  }
  return drawn;
}

function paintPlatform(sheet: Sheet, layout: MusterLayout): string {
  const { steps, rise, right, unit } = layout;
  let drawn = '';
  for (const [n, step] of steps.entries()) {
    const across = Math.max(2, Math.round(step.width / ((72 / 76) * rise)));
    const wide = step.width / across;
    for (let row = 0; row <= n + 1; row++) {
      for (let column = 0; column < across; column++) {
        const name = (row + column + n) % 2 === 0 ? 'muster/panel' : 'muster/panel-cloud';
        const [x, y] = [step.x + column * wide, step.y + row * rise];
        drawn += sheet.draw(name, `translate(${x} ${y}) scale(${(wide / 72) * 1.006} ${(rise / 76) * 1.006})`);
      }
    }
  }
  drawn += sheet.draw('muster/medallion', at(layout.medallion));
  for (const [n, step] of steps.entries()) {
    const end = n === 2 ? right : step.x + step.width;
    const slabs = Math.max(1, Math.round((end - step.x) / (88 * (rise / 76))));
    const wide = (end - step.x) / slabs;
    for (let k = 0; k < slabs; k++)
      drawn += sheet.draw(
        'muster/slab',
        `translate(${step.x + k * wide} ${step.y}) scale(${(wide / 88) * 1.005} ${rise / 76})`,
      );
  }
  drawn += sheet.draw('muster/rack', at(layout.rack));
  if (layout.parasol) drawn += sheet.draw('muster/parasol', at(layout.parasol));
  for (const brazier of layout.braziers) {
    drawn += sheet.draw('muster/fire', at({ ...brazier, y: brazier.y - 116 * brazier.size }));
    drawn += sheet.draw('muster/brazier', at(brazier));
  }
  drawn += sheet.draw('muster/drum-stand', at({ ...layout.drum, y: layout.ground }));
  drawn += sheet.draw('muster/drum', at(layout.drum));
  drawn += sheet.puppet(readRigOf('drummer').rig, drummerRest(0), 'plain', at(layout.drummer, true));
  return drawn + paintTurf(sheet, layout, unit);
}

function paintTurf(sheet: Sheet, { opening, turf }: MusterLayout, unit: number): string {
  let drawn = '';
  for (let x = opening.x - 120 * turf.size; x < opening.x + opening.width; x += 559 * turf.size)
    drawn += sheet.draw('muster/turf', at({ x, y: turf.y, size: turf.size }));
  return (
    drawn + sheet.draw('muster/grass', at({ x: opening.x + 60 * unit, y: turf.y + 26 * turf.size, size: turf.size }))
  );
}

function paintFigure(sheet: Sheet, layout: MusterLayout, rank: MusterRank | null): string {
  const { rig } = readRigOf('examinee');
  const kit = KITS[rank ?? 'recruit'];
  const size = layout.unit * kit.size;
  if (rank === null) return sheet.puppet(rig, waitPose(0), kit.dye, at({ x: layout.start, y: layout.ground, size }));
  const { x, level } = layout.stands[rank];
  const place = { x, y: layout.ground - level * layout.rise, size };
  const facesCamp = rank === 'general' || rank === 'marshal';
  return sheet.puppet(rig, rankPose(rank, 0, raisedAfter(rank)), kit.dye, at(place, facesCamp));
}

async function build(name: string, sheet: Sheet, rank: MusterRank | null): Promise<void> {
  const { width, height } = SIZE;
  const stage = layOutScene(width, height);
  const layout = layOutMuster(stage, rank === null ? 0 : LEVELS[rank]);
  const { x, y, width: w, height: h } = stage.opening;
  const body =
    paintSky(layout) +
    paintCamp(sheet, layout) +
    paintPlatform(sheet, layout) +
    paintFigure(sheet, layout, rank) +
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="url(#fall)"/>` +
    stageEdge(width, height, stage.edgeScale, 520);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${sheet.defs()}<clipPath id="hole"><rect x="${x}" y="${y}" width="${w}" height="${h}"/></clipPath></defs>${body}</svg>`;
  const picture = await sharp(Buffer.from(svg), { unlimited: true })
    .flatten({ background: colour('night') })
    .webp({ quality: QUALITY, effort: 6, preset: 'photo' })
    .toBuffer();
  writeFileSync(join(out, `muster-${name}.webp`), picture);
  console.log(`muster-${name}: ${(picture.length / 1024).toFixed(1)} kB`);
}

function fingerprint(): string {
  const hash = createHash('sha1');
  for (const folder of [
    'scripts/art',
    'src/stage/muster',
    'src/stage/layout',
    'src/stage/rig/poses',
    'assets/sets/theatre',
  ])
    for (const file of readdirSync(join(ROOT, folder)).sort())
      if (/\.(ts|svg|json)$/.test(file)) hash.update(file).update(readFileSync(join(ROOT, folder, file)));
  return hash.update(readFileSync(join(out, 'muster.sum'))).digest('hex');
}

const mark = join(out, 'muster-stills.sum');
const names = ['waiting', ...MUSTER_RANKS];
const sum = fingerprint();
const done =
  names.every((name) => existsSync(join(out, `muster-${name}.webp`))) &&
  existsSync(mark) &&
  readFileSync(mark, 'utf8') === sum;
if (done) console.log('muster stills: unchanged');
else {
  const sheet = await new Sheet('muster').load();
  await build('waiting', sheet, null);
  for (const rank of MUSTER_RANKS) await build(rank, sheet, rank);
  writeFileSync(mark, sum);
}
