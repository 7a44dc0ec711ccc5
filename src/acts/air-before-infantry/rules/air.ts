/** The four arms of the air: how far each reaches, what it tears off, what it costs, how it fades. */
import { isKnown } from './ground.ts';
import type { CampaignHappening } from './happenings.ts';
import type { Ground, KnownGround } from './state.ts';

/** The arms that are flown at a town. */
export type AirArm = 'posters' | 'exhibition' | 'mail';
/** Arms whose effect is kept by town. */
const KEPT_BY_TOWN = ['posters', 'exhibition', 'mail'] as const;

/** Points that an arm flown at `centre` would tear off a town's walls now. */
export function strengthOf(ground: KnownGround, arm: AirArm, centre: number, town: number): number {
  const { parameters } = ground;
  if (arm === 'exhibition') {
    if (town === centre) return parameters.exhibitionStrength;
    return (ground.province.neighbours[centre] as readonly number[]).includes(town) ? parameters.exhibitionAround : 0;
  }
  if (town !== centre) return 0;
  if (arm === 'posters') return parameters.postersStrength;
  return isKnown(ground, town) ? parameters.mailStrength : parameters.mailBlind;
}

/** Towns not yet held that an arm flown at `centre` reaches, the centre first. */
export function reachOf(ground: KnownGround, arm: AirArm, centre: number): readonly number[] {
  const around = arm === 'exhibition' ? (ground.province.neighbours[centre] as readonly number[]) : [];
  return [centre, ...around].filter((town) => ground.held[town] === 0);
}

/** Coins that a week of the website costs: it must speak to every town. */
export function websitePrice(ground: KnownGround): number {
  return Math.ceil(ground.parameters.websitePrice * ground.province.towns);
}

/** Flies an arm at a town: walls fall at once. */
export function fly(ground: Ground, arm: AirArm, centre: number, cost: number, news: CampaignHappening[] | null): void {
  const towns = reachOf(ground, arm, centre);
  const by = towns.map((town) => strengthOf(ground, arm, centre, town));
  for (const [i, town] of towns.entries()) ground[arm][town] = (ground[arm][town] as number) + (by[i] as number);
  if (arm === 'exhibition') ground.exhibitionIn = ground.parameters.exhibitionEvery;
  news?.push({ what: 'air', arm, town: centre, towns, by, cost });
}

/** Keeps the website for this week: its effect on the whole province grows by a step, up to its most. */
export function keepWebsite(ground: Ground, cost: number, news: CampaignHappening[] | null): void {
  const before = ground.website;
  ground.website = Math.max(before, Math.min(ground.parameters.websiteMost, before + ground.parameters.websiteStep));
  ground.isWebsiteKept = true;
  news?.push({ what: 'website', by: ground.website - before, points: ground.website, cost });
}

/** Lets a week pass over everything that air has torn: walls grow back where nobody followed. */
export function growBack(ground: Ground, news: CampaignHappening[] | null): void {
  const { towns } = ground.province;
  const website = ground.website;
  ground.website = ground.isWebsiteKept ? website : fade(website, ground, 'websiteFade');
  ground.isWebsiteKept = false;
  const grown: number[] = [];
  const by: number[] = [];
  for (let town = 0; town < towns; town++) {
    let points = website - ground.website;
    for (const arm of KEPT_BY_TOWN) {
      const before = ground[arm][town] as number;
      if (before === 0) continue;
      const after = fade(before, ground, `${arm}Fade`);
      ground[arm][town] = after;
      points += before - after;
    }
    if (points === 0 || ground.held[town] === 1) continue;
    grown.push(town);
    by.push(points);
  }
  if (grown.length > 0) news?.push({ what: 'grow', towns: grown, by });
}

type Fade = 'postersFade' | 'exhibitionFade' | 'mailFade' | 'websiteFade';

function fade(points: number, { parameters }: KnownGround, name: Fade): number {
  return Math.floor(points * (1 - Math.min(1, parameters[name] * parameters.growBack)));
}

/** Held towns speak well of you: their neighbours' walls fall a little, and what is heard from a neighbour does not fade. */
export function spreadWord(ground: Ground, news: CampaignHappening[] | null): void {
  const { word } = ground.parameters;
  if (word === 0) return;
  const towns: number[] = [];
  const by: number[] = [];
  for (let town = 0; town < ground.province.towns; town++) {
    let points = 0;
    for (const other of ground.province.neighbours[town] as readonly number[])
      points += word * (ground.held[other] as number);
    if (points === 0) continue;
    // Held towns hear it too: nobody sees it, but an assault that may fail must not leave walls lower than one that cannot.
    ground.word[town] = (ground.word[town] as number) + points;
    if (ground.held[town] === 1) continue;
    towns.push(town);
    by.push(points);
  }
  if (towns.length > 0) news?.push({ what: 'word', towns, by });
}
