import type { Language } from '../../src/i18n/languages.ts';
import { laySaved } from '../../tests/browser/driver/saved-things.ts';
import { openScreen, SCREENS } from '../../tests/browser/driver/screens.ts';
import type { Tests } from '../../tests/browser/driver/visit.ts';
import type { SizeName } from './choices.ts';

/** One picture to take. */
export interface Shot {
  readonly screen: string;
  readonly language: Language;
  readonly size: SizeName;
  readonly full: boolean;
}

/** Takes a picture of one screen and returns it as PNG. Throws when the screen does not come or the page misbehaves. */
export async function takeShot(tests: Tests, { screen: name, language, size, full }: Shot): Promise<Buffer> {
  const screen = SCREENS.find((each) => each.name === name);
  if (screen === undefined) throw new Error(`there is no screen ${name}`);
  const [width = 0, height = 0] = size.split('x').map(Number);
  const touch = Math.min(width, height) < 500;
  let picture: Buffer | undefined;
  await tests.visit({ path: '/healthz', language, size: [width, height], touch }, async ({ page, address }) => {
    if (screen.saved !== undefined) await laySaved(page, address, screen.saved());
    await openScreen(page, address, screen, language);
    if (screen.movesMs !== undefined) await page.waitForTimeout(screen.movesMs);
    picture = await page.screenshot({ fullPage: full, timeout: 60_000 });
  });
  if (picture === undefined) throw new Error(`no picture was taken of ${name}`);
  return picture;
}
