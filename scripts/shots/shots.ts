/**
 * `npm run shots [-- --lang en,ru --size 390x844 --screen act --full] [-- --docs]`: takes pictures of every screen of the
 * built game into `.cache/shots/<language>/<size>/`, with a contact sheet of each size; with `--docs` takes the few
 * that the documents show (of those that are chosen) into `docs/screenshots/`.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import sharp from 'sharp';

import { ROOT } from '../start/build-once.ts';
import { openTeamProduct, type TeamProduct } from '../../tests/browser/driver/team-product.ts';
import { openTests } from '../../tests/browser/driver/visit.ts';
import { FOR_DOCS, readChoices, type ShotChoices } from './choices.ts';
import { writeContactSheet } from './contact-sheet.ts';
import { KIOSK, takeKioskShot } from './kiosk-screens.ts';
import { takeShot, type Shot } from './take-shot.ts';
import { takeTeamShot, TEAM } from './team-screens.ts';

const DOCS_WIDTH = 1280;
const DOCS_QUALITY = 82;

const choices = readChoices(process.argv.slice(2));
const failures: string[] = [];
const open = openLazily();
try {
  if (choices.docs) await takeForDocs(choices);
  else await takeAll(choices);
} finally {
  await open.close();
}
for (const failure of failures) console.error(failure);
process.exitCode = failures.length === 0 ? 0 : 1;

async function takeAll({ languages, sizes, screens, full }: ShotChoices): Promise<void> {
  for (const language of languages) {
    for (const size of sizes) {
      const folder = join(ROOT, '.cache', 'shots', language, size);
      await mkdir(folder, { recursive: true });
      const taken: string[] = [];
      for (const screen of screens) {
        const picture = await tryShot({ screen, language, size, full });
        if (picture === undefined) continue;
        await writeFile(join(folder, `${screen}.png`), picture);
        taken.push(screen);
      }
      if (taken.length > 0) await writeContactSheet(folder, taken);
      console.log(`${language} ${size}: ${taken.length} pictures in ${folder}`);
    }
  }
}

async function takeForDocs({ languages, sizes, screens }: ShotChoices): Promise<void> {
  const folder = join(ROOT, 'docs', 'screenshots');
  await mkdir(folder, { recursive: true });
  let bytes = 0;
  for (const { screen, language, size } of FOR_DOCS) {
    if (!languages.includes(language) || !sizes.includes(size) || !screens.includes(screen)) continue;
    const picture = await tryShot({ screen, language, size, full: false });
    if (picture === undefined) continue;
    const small = await sharp(picture)
      .resize({ width: DOCS_WIDTH, withoutEnlargement: true })
      .webp({ quality: DOCS_QUALITY })
      .toBuffer();
    await writeFile(join(folder, `${screen}-${language}-${size}.webp`), small);
    bytes += small.length;
  }
  console.log(`${(bytes / 1000).toFixed(0)} kB in ${folder}`);
}

/** One screen that does not come must not cost the others their picture; without a browser none of them can come. */
async function tryShot(shot: Shot): Promise<Buffer | undefined> {
  const team = shot.screen.startsWith(TEAM) ? await open.team() : null;
  const tests = team?.tests ?? (await open.game());
  try {
    if (team !== null) return await takeTeamShot(team.tests, team.product, shot);
    if (shot.screen.startsWith(KIOSK)) return await takeKioskShot(tests, shot);
    return await takeShot(tests, shot);
  } catch (error) {
    if (!tests.browser.isConnected()) throw error;
    failures.push(`${shot.language} ${shot.size} ${shot.screen}: ${(error as Error).message.slice(0, 600)}`);
    return undefined;
  }
}

/** The game, and the game with a team's server: each is opened when the first picture of it is wanted. */
function openLazily() {
  let game: ReturnType<typeof openTests> | undefined;
  let team: ReturnType<typeof openTeam> | undefined;
  return {
    game: () => (game ??= openTests()),
    team: () => (team ??= openTeam()),
    async close() {
      await (await game)?.close();
      await (await team)?.tests.close();
    },
  };
}

async function openTeam() {
  let product: TeamProduct | undefined;
  const tests = await openTests(async () => (product = await openTeamProduct('demo')));
  if (product === undefined) throw new Error('the team was not opened');
  return { tests, product };
}
