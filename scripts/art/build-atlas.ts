/** Builds assets/built/{theatre,duck-pond,muster}.{webp,json} from the SVG sources. Skips a sheet whose sources have not changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtlas } from './atlas.ts';
import type { Frame } from './atlas.ts';
import { readDrawing } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { MOMENTS, overlay, poseDrawing, readRigOf, smallPart } from './flipbook.ts';
import type { Finish } from './hide.ts';
import { ROOT } from './palette.ts';
import { finished, raster } from './raster.ts';

/** set.json: frame name → how it is rastered. */
interface SetFrame {
  readonly finish: Finish;
  readonly scale: number;
  readonly tile?: 'x' | 'y';
}

const FLOCK_SCALE = 0.26;

async function bake(
  name: string,
  d: Drawing,
  finish: Finish,
  scale: number,
  tile: '' | 'x' | 'y' = '',
): Promise<Frame> {
  const pixels = await raster(finished(d, finish, scale, tile));
  return { name, pixels, pivot: [-d.x / d.width, -d.y / d.height], scale, tile: tile !== '' };
}

async function bakeSet(set: string): Promise<Frame[]> {
  const frames = JSON.parse(readFileSync(join(ROOT, 'assets/sets', set, 'set.json'), 'utf8')) as Record<
    string,
    SetFrame
  >;
  return Promise.all(
    Object.entries(frames).map(([name, f]) =>
      bake(`${set}/${name}`, readDrawing(`sets/${set}/${name}`), f.finish, f.scale, f.tile ?? ''),
    ),
  );
}

/**
 * Every part of a puppet once per dye; parts whose drawing names no dye come out the same and share their place. A
 * frame names its drawing by folder, so that one puppet may wear a piece of another's.
 */
async function bakePuppet(puppet: string): Promise<Frame[]> {
  const { rig, source } = readRigOf(puppet);
  const jobs: Array<Promise<Frame>> = [];
  for (const [dye, map] of Object.entries(source.dyes)) {
    for (const frame of new Set(rig.parts.map((p) => p.frame).filter((f) => f !== ''))) {
      const file = frame.replace('{dye}/', '');
      jobs.push(bake(frame.replace('{dye}', dye), readDrawing(`puppets/${file}`, map), 'hide', source.scale));
    }
  }
  return Promise.all(jobs);
}

async function bakeFlock(): Promise<Frame[]> {
  const { rig, source } = readRigOf('duck');
  return Promise.all(
    Object.entries(source.dyes).flatMap(([dye, map]) =>
      MOMENTS.map(([moment, pose]) => {
        const bird = poseDrawing(rig, pose, (frame) => smallPart(frame, map));
        return bake(`duck/${dye}/${moment}`, { ...bird, inner: bird.inner + overlay(moment) }, 'small', FLOCK_SCALE);
      }),
    ),
  );
}

/** A fingerprint of all the files a sheet is made from, the scripts included. */
function fingerprint(folders: readonly string[]): string {
  const hash = createHash('sha1');
  for (const folder of [...folders, 'scripts/art', 'src/stage/rig', 'assets/palette.json']) {
    const path = join(ROOT, folder);
    const files = folder.endsWith('.json') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const f of files.filter((f) => f === '' || /\.(svg|json|ts)$/.test(f)))
      hash.update(`${folder}/${f}`).update(readFileSync(join(path, f)));
  }
  return hash.digest('hex');
}

async function build(
  name: string,
  folders: readonly string[],
  width: number,
  quality: number,
  frames: () => Promise<Frame[]>,
): Promise<void> {
  const mark = join(ROOT, 'assets/built', `${name}.sum`);
  const sum = fingerprint(folders);
  const outputs = ['webp', 'json'].map((e) => join(ROOT, 'assets/built', `${name}.${e}`));
  if (outputs.every((f) => existsSync(f)) && existsSync(mark) && readFileSync(mark, 'utf8') === sum) {
    console.log(`${name}: unchanged`);
    return;
  }
  const all = await frames();
  const { bytes, height } = await writeAtlas(name, all, width, quality);
  writeFileSync(mark, sum);
  console.log(`${name}: ${all.length} frames, ${width}×${height}, ${(bytes / 1024).toFixed(1)} kB`);
}

await build('theatre', ['assets/sets/theatre'], 1024, 52, () => bakeSet('theatre'));
await build('duck-pond', ['assets/sets/pond', 'assets/puppets/host', 'assets/puppets/duck'], 1300, 46, async () => [
  ...(await bakeSet('pond')),
  ...(await bakePuppet('host')),
  ...(await bakePuppet('duck')),
  ...(await bakeFlock()),
]);
await build(
  'muster',
  ['assets/sets/muster', 'assets/puppets/examinee', 'assets/puppets/drummer'],
  1400,
  50,
  async () => {
    const frames = [...(await bakeSet('muster')), ...(await bakePuppet('examinee')), ...(await bakePuppet('drummer'))];
    // A piece that both puppets wear is one frame.
    return [...new Map(frames.map((frame) => [frame.name, frame])).values()];
  },
);
