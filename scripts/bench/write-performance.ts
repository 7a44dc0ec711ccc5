import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';

import type { Figure } from './figure.ts';

const FILE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md');

/** Writes the figures down with the day and the way they were measured. */
export async function writePerformance(figures: readonly Figure[]): Promise<void> {
  const processor = cpus()[0]?.model ?? 'an unknown processor';
  const rows = figures.map(
    ({ name, value, unit, budget, ok }) =>
      `| ${name} | ${value} ${unit} | ${budget} ${unit} | ${ok ? 'kept' : '**broken**'} |`,
  );
  const text = `# Performance, measured

\`npm run bench -- --write\` wrote this on ${new Date().toISOString().slice(0, 10)}, with Node ${process.versions.node} on ${cpus().length} cores of ${processor}, without a graphics card.

| what | measured | budget | |
|---|---:|---:|---|
${rows.join('\n')}

## How

- The built game is served by its own server, with the brotli copies that the build made, to the headless Chromium that the tests use. Every page begins with an empty cache and an empty device.
- *Transfer* is what the browser counted on the wire (\`encodedDataLength\`), headers included, in kilobytes of 1,000 bytes. A title is *usable* when the language can be changed and the act be begun; an act is *playable* when its first frame has been drawn and the theatre takes intents. What counts for an act is everything that was asked for before that frame, in English and in a window of 1280 × 720. Every act of the campaign that can be played is measured, and \`tests/browser/first-frame.test.ts\` holds each to the same number of bytes. Drawings come as AVIF; a browser that does not read it gets WebP, which is larger.
- *Slow* pages are slowed down by the browser's own tools: processor by 4, 1.6 Mbit/s, 150 ms for each round trip. The graphics processor's work, which a processor does here, is not slowed down. The median of five visits counts.
- *Rules* are stepped in Node through recorded runs of the bot that uses every tool; what the bot thinks is not counted. The cost at n birds is compared with the cost at 60, beside what n·log n would allow.
- *Scene code* is the time between the beginning and the end of the theatre's own work in a frame (\`?measure\`), at 1280 × 720, in an evening with 200 birds; Phaser's drawing comes on top.
- *Server* figures are the median of five starts of the bundled server, as \`npm start\` starts it once everything is built; memory is the resident memory of its one process seven seconds later, shared pages included.
- *Showings* are counted over 100 restarts of the act out of its own pause menu, after a garbage collection: what is there after the hundredth and was not after the tenth has been left behind.
`;
  await writeFile(FILE, text);
}
