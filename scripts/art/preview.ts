/**
 * Dev only: contact sheets and mock-ups of pond and mountain road, from the built atlases.
 * `tsx scripts/art/preview.ts <folder> [pond | mountain]`
 */
import { join } from 'node:path';
import {
  duckCarried,
  duckFeed,
  duckFly,
  duckGlide,
  duckHeld,
  duckRest,
  duckStartle,
} from '../../src/stage/rig/poses/duck.ts';
import {
  hostAim,
  hostDismay,
  hostGather,
  hostKneel,
  hostLaugh,
  hostLoose,
  hostPaint,
  hostSalute,
  hostStand,
  hostThrow,
  hostWalk,
} from '../../src/stage/rig/poses/host.ts';
import { pairWalk } from '../../src/acts/blind-and-lame/stage/pair-poses.ts';
import { contact } from './contact.ts';
import { mockMountain } from './preview-mountain.ts';
import { mockup } from './preview-pond.ts';
import { readRigOf } from './flipbook.ts';
import { Sheet, page } from './sheet.ts';

async function poses(out: string): Promise<void> {
  const pond = await new Sheet('duck-pond').load();
  const stage = await new Sheet('theatre').load();
  const host = readRigOf('host').rig;
  const duck = readRigOf('duck').rig;
  const paper = '<rect width="4000" height="4000" fill="#F1DCAE"/>';

  const acts = [
    hostStand(0),
    hostWalk(0),
    hostWalk(0.25),
    hostWalk(0.5),
    hostWalk(0.75),
    hostKneel(0),
    hostThrow(0.3),
    hostThrow(0.58),
    hostAim(20),
    hostLoose(0.2, 35),
    hostPaint(0.2),
    hostGather(0.45),
    hostGather(0.7),
    hostSalute(0.6),
    hostLaugh(0.1),
    hostDismay(0.6),
  ];
  await page(
    join(out, 'poses.png'),
    1840,
    1000,
    paper +
      acts
        .map((p, i) =>
          pond.puppet(
            host,
            p,
            'plain',
            `translate(${130 + (i % 8) * 222} ${470 + Math.floor(i / 8) * 490}) scale(.72)`,
          ),
        )
        .join(''),
    pond.defs(),
  );

  const birds = [
    duckFly(0),
    duckFly(0.25),
    duckFly(0.5),
    duckGlide(0),
    duckRest(0.7),
    duckFeed(0.12),
    duckFeed(2.4),
    duckHeld(0.6),
    duckHeld(1.9),
    duckStartle(0.2),
    duckStartle(0.6),
    duckCarried(0),
  ];
  let body = paper;
  ['drake', 'hen', 'teal'].forEach((dye, j) =>
    birds.forEach(
      (p, i) => (body += pond.puppet(duck, p, dye, `translate(${80 + i * 150} ${110 + j * 180}) scale(.62)`)),
    ),
  );
  const names = [
    'fly-0',
    'fly-1',
    'fly-2',
    'fly-3',
    'fly-4',
    'glide-0',
    'glide-1',
    'rest-0',
    'rest-1',
    'feed-0',
    'feed-1',
    'feed-3',
    'held-0',
    'held-1',
    'held-3',
    'startle-0',
    'startle-1',
    'startle-2',
  ];
  ['drake', 'hen', 'teal'].forEach((dye, j) =>
    names.forEach((n, i) => {
      body += pond.draw(`duck/${dye}/${n}`, `translate(${50 + i * 100} ${640 + j * 90}) scale(.34)`);
      body += pond.draw(`duck/${dye}/${n}`, `translate(${30 + i * 50 + 0} ${920 + j * 40}) scale(.136)`);
    }),
  );
  await page(join(out, 'ducks.png'), 1840, 1040, body, pond.defs());
  await mockup(join(out, 'pond.png'), pond, stage, host, duck);
}

async function mountain(out: string): Promise<void> {
  const art = await new Sheet('blind-and-lame').load();
  const of = (pattern: RegExp) => (name: string) => name.startsWith('mountain/') && pattern.test(name);
  const lines = /touched|ring|echo|drop|breath|pad-/;
  await contact(join(out, 'road.png'), art, of(/^(?!.*(touched|map|glyph|mend|strike|pad-))/));
  await contact(join(out, 'map.png'), art, of(/map|glyph|mend|strike|word|pad-/), { size: 1.5 });
  await contact(join(out, 'touched.png'), art, of(lines), { size: 1.5, paper: '#0E1024' });
  await mockMountain(out, art, await new Sheet('theatre').load(), pairWalk(0));
}

const [out = '.', which] = process.argv.slice(2);
if (which !== 'mountain') await poses(out);
if (which !== 'pond') await mountain(out);
