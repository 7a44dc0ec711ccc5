/**
 * Builds the sound: recipes → the sprites of effects and the loops, each as Opus and as AAC, and the manifest.
 *   npx tsx scripts/sound/build.ts           renders and encodes (needs ffmpeg)
 *   npx tsx scripts/sound/build.ts --check   only says whether the built files are current
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wav } from '../../assets/sound/dsp/wav.ts';
import { secondsOf } from '../../assets/sound/dsp/signal.ts';
import type { Effects } from '../../assets/sound/effects/effect.ts';
import type { Loop } from '../../assets/sound/loops/loop.ts';
import { SEAM_SECONDS } from '../../assets/sound/loops/tempo.ts';
import type { BuiltFile, BuiltFiles, BuiltLoop, BuiltSprite, Format, SoundManifest } from '../../src/sound/manifest.ts';
import { actsOf, filesOf, firstLoadOf, whatIsStale } from './check.ts';
import { decode, EFFECTS_KBPS, encode } from './encode.ts';
import { packs } from './packs.ts';
import { BUILT, MANIFEST, recipesHash, sha256 } from './places.ts';
import { laySprite, layLoop } from './sprite.ts';

function buildFile(name: string, format: Format, wavBytes: Uint8Array, kbps: number): BuiltFile {
  const file = `${name}.${format}`;
  const path = join(BUILT, file);
  encode(wavBytes, format, kbps, path);
  const bytes = readFileSync(path);
  return {
    name: file,
    bytes: bytes.length,
    sha256: sha256(bytes),
    seconds: Math.floor((decode(path).length / 48_000) * 1000) / 1000,
  };
}

const buildFiles = (name: string, wavBytes: Uint8Array, kbps: Readonly<Record<Format, number>>): BuiltFiles => ({
  webm: buildFile(name, 'webm', wavBytes, kbps.webm),
  m4a: buildFile(name, 'm4a', wavBytes, kbps.m4a),
});

function buildLoop(pack: string, name: string, loop: Loop): BuiltLoop {
  const turn = loop.render();
  const files = buildFiles(name, wav(layLoop(turn, loop.loudness)), { webm: loop.opus, m4a: loop.aac });
  return { pack, kind: loop.kind, files, lead: SEAM_SECONDS, length: secondsOf(turn), gain: loop.gain };
}

function buildSprite(pack: string, effects: Effects): BuiltSprite {
  const { signal, sprites } = laySprite(effects);
  return { files: buildFiles(`effects-${pack}`, wav(signal), EFFECTS_KBPS), sprites };
}

/** Files of sounds that no longer exist would be shipped for ever. */
function sweep(manifest: SoundManifest): void {
  const wanted = new Set([...filesOf(manifest, 'webm'), ...filesOf(manifest, 'm4a')].map((file) => file.name));
  for (const name of readdirSync(BUILT)) {
    if (/\.(webm|m4a)$/.test(name) && !wanted.has(name)) rmSync(join(BUILT, name));
  }
}

function build(): void {
  mkdirSync(BUILT, { recursive: true });
  const manifest: SoundManifest = {
    recipes: recipesHash(),
    effects: Object.fromEntries(Object.entries(packs).map(([pack, { effects }]) => [pack, buildSprite(pack, effects)])),
    loops: Object.fromEntries(
      Object.entries(packs).flatMap(([pack, { loops }]) =>
        Object.entries(loops).map(([name, loop]) => [name, buildLoop(pack, name, loop)]),
      ),
    ),
  };
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  sweep(manifest);
  for (const format of ['webm', 'm4a'] as const) {
    for (const file of filesOf(manifest, format))
      console.log(
        `${file.name.padEnd(32)} ${String(file.bytes).padStart(7)} bytes ${file.seconds.toFixed(2).padStart(7)} s`,
      );
    for (const act of actsOf(manifest))
      console.log(`${act.padEnd(32)} ${String(firstLoadOf(manifest, act, format)).padStart(7)} bytes with the house`);
  }
}

if (!process.argv.includes('--check')) build();
const complaints = whatIsStale();
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log('The built sound is what its recipes say.');
