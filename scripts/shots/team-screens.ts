import type { Language } from '../../src/i18n/languages.ts';
import { REPORTS, TEAM_DESKS } from '../../src/team/routes.ts';
import { listPages, openPage, signInToDemo } from '../../tests/browser/driver/team-pages.ts';
import type { TeamProduct } from '../../tests/browser/driver/team-product.ts';
import type { Tests } from '../../tests/browser/driver/visit.ts';
import type { Shot } from './take-shot.ts';

/** Before the names of the managers' pages, which are shot on a demonstration with a server of its own. */
export const TEAM = 'team-';

/** The managers' pages that pictures are taken of. */
export const TEAM_SCREENS: readonly string[] = [...REPORTS, ...TEAM_DESKS, 'person', 'teams', 'account'].map(
  (name) => TEAM + name,
);

/** Plots and pictures of the house's fonts settle for so long. */
const SETTLE_MS = 700;

/** Takes a picture of one of the managers' pages. Throws when the page does not come or misbehaves. */
export async function takeTeamShot(tests: Tests, product: TeamProduct, shot: Shot): Promise<Buffer> {
  const { language, size, full } = shot;
  const [width = 0, height = 0] = size.split('x').map(Number);
  const person = await findBusiest(product);
  let picture: Buffer | undefined;
  await tests.visit(
    { path: `/team?lang=${language}`, language, size: [width, height], touch: Math.min(width, height) < 500 },
    async ({ page, address }) => {
      const team = await signInToDemo(page, language satisfies Language);
      const found = listPages(team, person).find(([name]) => TEAM + name === shot.screen);
      if (found === undefined) throw new Error(`there is no page ${shot.screen}`);
      await openPage(page, address, found[1], language);
      await page.waitForTimeout(SETTLE_MS);
      picture = await page.screenshot({ fullPage: full, timeout: 60_000 });
    },
  );
  if (picture === undefined) throw new Error(`no picture was taken of ${shot.screen}`);
  return picture;
}

/** Whoever played most: the fullest page of a person. */
async function findBusiest({ grounds }: TeamProduct): Promise<string> {
  const { player_id } = await grounds.db
    .selectFrom('attempt')
    .select('player_id')
    .groupBy('player_id')
    .orderBy((build) => build.fn.countAll(), 'desc')
    .executeTakeFirstOrThrow();
  return player_id;
}
