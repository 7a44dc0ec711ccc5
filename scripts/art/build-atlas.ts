/** Builds the sheets that `assets/sheets.json` lists, as assets/built/<name>.{avif,webp,json}. Skips one whose sources have not changed. */
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
import { finish } from './raster.ts';
import { readSheets, type SheetSource } from './sheets.ts';

/** set.json: frame name → how it is rastered. */
interface SetFrame {
  readonly finish: Finish;
  readonly scale: number;
  readonly tile?: 'x' | 'y';
}

const FLOCK_SCALE = 0.26;

async function bake(name: string, d: Drawing, how: Finish, scale: number, tile: '' | 'x' | 'y' = ''): Promise<Frame> {
  const pixels = await finish(d, how, scale, tile);
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

/** The folders that a puppet's pieces come from, its own first: one may wear pieces of another's. */
function wardrobe(puppet: string): readonly string[] {
  const frames = readRigOf(puppet).rig.parts.map((part) => part.frame.split('/')[0] ?? '');
  return [...new Set([puppet, ...frames.filter((folder) => folder !== '')])].map(
    (folder) => `assets/puppets/${folder}`,
  );
}

/** A fingerprint of a sheet's entry and of all the files it is made from, the scripts included. */
function fingerprint(entry: string, folders: readonly string[]): string {
  const hash = createHash('sha1').update(entry);
  for (const folder of [...folders, 'scripts/art', 'src/stage/rig', 'assets/palette.json']) {
    const path = join(ROOT, folder);
    const files = folder.endsWith('.json') ? [''] : readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
    for (const f of files.filter((f) => f === '' || /\.(svg|json|ts)$/.test(f)))
      hash.update(`${folder}/${f}`).update(readFileSync(join(path, f)));
  }
  return hash.digest('hex');
}

async function bakeSheet({ sets, puppets = [], flock = false }: SheetSource): Promise<Frame[]> {
  const frames: Frame[] = [];
  for (const set of sets) frames.push(...(await bakeSet(set)));
  for (const puppet of puppets) frames.push(...(await bakePuppet(puppet)));
  if (flock) frames.push(...(await bakeFlock()));
  return [...new Map(frames.map((frame) => [frame.name, frame])).values()];
}

async function build(source: SheetSource): Promise<void> {
  const { name, sets, puppets = [], width } = source;
  const mark = join(ROOT, 'assets/built', `${name}.sum`);
  const folders = [...sets.map((set) => `assets/sets/${set}`), ...puppets.flatMap(wardrobe)];
  const sum = fingerprint(JSON.stringify(source), folders);
  const outputs = ['avif', 'webp', 'json'].map((e) => join(ROOT, 'assets/built', `${name}.${e}`));
  if (outputs.every((f) => existsSync(f)) && existsSync(mark) && readFileSync(mark, 'utf8') === sum) {
    console.log(`${name}: unchanged`);
    return;
  }
  const all = await bakeSheet(source);
  const { height, webp, avif } = await writeAtlas(source, all);
  writeFileSync(mark, sum);
  const told = [`avif ${(avif / 1000).toFixed(1)} kB`, `webp ${(webp / 1000).toFixed(1)} kB`];
  console.log(`${name}: ${all.length} frames, ${width}×${height}, ${told.join(', ')}`);
}

for (const source of readSheets()) await build(source);
