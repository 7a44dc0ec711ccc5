import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  duckFeed,
  duckFly,
  duckGlide,
  duckHeld,
  duckRest,
  duckStartle,
  duckSwim,
} from '../../src/stage/rig/poses/duck.ts';
import { readRig } from '../../src/stage/rig/rig.ts';
import type { Pose, Rig, RigSource } from '../../src/stage/rig/rig.ts';
import { STRIDE, solve, solved } from '../../src/stage/rig/solve.ts';
import { readDrawing } from './drawing.ts';
import type { Drawing } from './drawing.ts';
import { ROOT } from './palette.ts';

/** The flock is drawn as one sprite per bird; these are its moments, by the same rig and poses as the big birds. */
export const MOMENTS: ReadonlyArray<readonly [string, Pose]> = [
  // up and down are the same five wings; equal pictures share their place in the atlas
  ...[0, 1, 2, 3, 4, 3, 2, 1].map((k, i) => [`fly-${i}`, duckFly(k / 8)] as const),
  ...[0.1, 0.33].map((t, i) => [`glide-${i}`, duckGlide(t)] as const),
  ...[0.7, 3.4].map((t, i) => [`rest-${i}`, duckRest(t)] as const),
  ...[0.7, 3.4].map((t, i) => [`swim-${i}`, duckSwim(t)] as const),
  ...[0.12, 0.36, 0.12, 2.4].map((t, i) => [`feed-${i}`, duckFeed(t)] as const),
  ...[0.3, 0.44, 0.3, 1.9].map((t, i) => [`held-${i}`, duckHeld(t)] as const),
  ...[0.1, 0.5, 0.7, 0.5].map((t, i) => [`startle-${i}`, duckStartle(t)] as const),
];

/** Every flock bird lies in this box (art units); its pivot is the bird's, amidships. */
const BOX = { x: -150, y: -210, width: 330, height: 370 };

export function readRigOf(puppet: string): { readonly rig: Rig; readonly source: RigSource } {
  const source = JSON.parse(readFileSync(join(ROOT, 'assets/puppets', puppet, 'rig.json'), 'utf8')) as RigSource;
  return { rig: readRig(source), source };
}

/** What lies over a bird in some moments: the glue, so that a held one is known at a glance. */
export function overlay(moment: string): string {
  return moment.startsWith('held') ? readDrawing('puppets/duck/small/glue').inner : '';
}

/** One figure as a flat drawing: every shown part, from far to near, where the pose puts it. */
export function poseDrawing(rig: Rig, pose: Pose, part: (frame: string) => Drawing, box = BOX): Drawing {
  const at = solve(rig, pose, solved(rig));
  let inner = '';
  for (const i of rig.order) {
    const p = rig.parts[i];
    const o = i * STRIDE;
    if (p === undefined || p.frame === '' || at[o + 5] !== 1) continue;
    const n = (k: number): string => (at[o + k] ?? 0).toFixed(3);
    const turn = (((at[o + 2] ?? 0) * 180) / Math.PI).toFixed(3);
    const drawn = part(p.frame).inner;
    inner += `<g transform="translate(${n(0)} ${n(1)}) rotate(${turn}) scale(${n(3)} ${n(4)})">${p.tint === null ? drawn : darker(drawn, p.tint)}</g>`;
  }
  return { inner, defs: '', ...box };
}

/** Multiplies every colour of a drawing by a tint, as the stage does with far limbs. */
function darker(inner: string, tint: string): string {
  const t = [1, 3, 5].map((k) => parseInt(tint.slice(k, k + 2), 16) / 255);
  return inner.replace(
    /#[0-9A-Fa-f]{6}/g,
    (hex) =>
      '#' +
      [1, 3, 5]
        .map((k, j) =>
          Math.round(parseInt(hex.slice(k, k + 2), 16) * (t[j] ?? 1))
            .toString(16)
            .padStart(2, '0'),
        )
        .join(''),
  );
}

/** The bold parts the flock is drawn from, in a dye. */
export function smallPart(frame: string, dye: Readonly<Record<string, string>>): Drawing {
  return readDrawing(`puppets/duck/small/${frame.slice(frame.lastIndexOf('/') + 1)}`, dye);
}
