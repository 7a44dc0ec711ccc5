/**
 * Writes every effect and loop as a WAV into .cache/sound/ and prints what can be measured of it.
 *   npx tsx scripts/sound/listen.ts [name …]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CEILING, loudnessOf, peakOf } from '../../assets/sound/dsp/master.ts';
import { secondsOf, type Signal } from '../../assets/sound/dsp/signal.ts';
import { wav } from '../../assets/sound/dsp/wav.ts';
import { effects, loops } from './packs.ts';
import { ROOT } from './places.ts';
import { layLoop, master } from './sprite.ts';

const FOLDER = join(ROOT, '.cache/sound');
const wanted = process.argv.slice(2);
const decibels = (x: number): string => (20 * Math.log10(Math.max(x, 1e-6))).toFixed(1).padStart(6);

function report(name: string, signal: Signal): void {
  writeFileSync(join(FOLDER, `${name}.wav`), wav(signal));
  const rms = Math.sqrt(signal.reduce((sum, x) => sum + x * x, 0) / signal.length);
  const shaved = signal.filter((x) => Math.abs(x) > CEILING * 0.7).length / signal.length;
  console.log(
    `${name.padEnd(15)} ${secondsOf(signal).toFixed(2).padStart(6)} s  peak ${decibels(peakOf(signal))} dB  rms ${decibels(rms)} dB  ` +
      `${loudnessOf(signal).toFixed(1).padStart(6)} LUFS  above the knee ${(shaved * 100).toFixed(2)} %`,
  );
}

mkdirSync(FOLDER, { recursive: true });
const heard = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
for (const [name, effect] of Object.entries(effects)) if (heard(name)) report(name, master(effect));
for (const [name, loop] of Object.entries(loops)) if (heard(name)) report(name, layLoop(loop.render(), loop.loudness));
