/**
 * What happens on the road, in sentences for those who listen. Told so that the act can be played without sight: every
 * touch, bump and called word at once and short, what decides the passage before everything else. Pure.
 */
import type { TextRef } from '../../../kernel/act.ts';
import type { Told } from '../../../stage/act-stage.ts';
import type { RoadHappening } from '../rules/happenings.ts';
import type { Direction } from '../rules/intents.ts';
import type { ScreenView } from '../rules/views.ts';
import { tellMap } from './map/describe.ts';
import { nameOf, sideOf } from './naming.ts';

/** Sentences in one announcement: more would not be listened to. */
const MOST_SENTENCES = 3;

/** Steps of an echo that have a word of their own; what is farther is "a long way". */
const COUNTED_STEPS = 4;

type Of<What extends RoadHappening['what']> = Extract<RoadHappening, { what: What }>;

/**
 * Sums up what happened since the last announcement in three sentences at most, what matters most first; the map, when
 * it is unrolled, comes after them.
 */
export function tellRoad(happened: readonly RoadHappening[], view: ScreenView): readonly Told[] {
  const told: Told[] = [];
  const byEar = view.parameters.ear === 1;
  const all = <What extends RoadHappening['what']>(what: What): readonly Of<What>[] =>
    happened.filter((each): each is Of<What> => each.what === what);
  const say = (key: string, values?: TextRef['values'], urgent = false): void => {
    told.push({ text: values ? { key, values } : { key }, ...(urgent ? { urgent } : {}) });
  };
  const where = (each: { readonly to: Direction; readonly place: number }): { to: string; place: string } => ({
    to: sideOf(each.to, byEar),
    place: nameOf(each.place),
  });

  for (const { customers } of all('over')) say('happenings.over', { count: Math.max(0, ...customers) }, true);
  for (const each of all('sunset')) tellSunset(each, say);
  for (const { passage } of all('passage')) say(`happenings.passage.${passage}`, undefined, true);
  for (const each of all('stumble').slice(-1)) say('happenings.stumble', where(each), true);
  for (const { hint } of all('hint')) say(`hints.${hint}`);
  for (const { market, customers, first } of all('market'))
    say(`happenings.market.${first ? 'first' : 'after'}`, { market: market + 1, count: customers });
  for (const { to, words } of all('call').slice(-1)) {
    const word = sideOf(to, byEar);
    // Alone on his stone the lame man is the player, also by ear.
    if (byEar && view.lame === null) say('happenings.hears', { to: word }, true);
    else say('happenings.called', { to: word, count: words });
  }
  tellReports(all('report'), all('repair'), say);
  for (const { why } of all('refused').slice(-1)) say(`happenings.refused.${why}`);
  for (const { quarters } of all('light').slice(-1)) say(`happenings.light.${quarters}`);
  for (const each of all('bump').slice(-2)) say('happenings.bump', where(each));
  for (const each of all('touch').slice(-1)) say('happenings.touch', where(each));
  const stepped = all('step').at(-1);
  // A step that was felt for goes where the staff has just been, and that was told; a stride nobody has touched before.
  if (stepped && (stepped.stride || told.length === 0) && !all('touch').some(({ at }) => at === stepped.at))
    say('happenings.step', { place: nameOf(stepped.place) });
  tellEchoes(all('echo'), byEar, say);
  for (const each of all('bell').slice(-1)) tellBell(each, byEar, say);
  for (const { market } of all('rival')) say('happenings.rival', { market: market + 1 });
  for (const { words } of all('unsay').slice(-1)) say('happenings.unsay', { count: words });
  for (const { words } of all('go').slice(-1))
    if (words > 0) say('happenings.go', { count: words });
    else say('happenings.grope');
  const isUnrolled = all('look').length > 0 || all('passage').some(({ passage }) => passage === 'lame');
  // Who unrolls the map wants to hear the map, all of it.
  const map = isUnrolled && view.lame ? tellMap(view.lame) : [];
  return [...told.slice(0, MOST_SENTENCES), ...map];
}

type Say = (key: string, values?: TextRef['values'], urgent?: boolean) => void;

function tellSunset({ passage, customers, arrived, rested }: Of<'sunset'>, say: Say): void {
  if (passage === 'lame') return say('happenings.sunset.lame', undefined, true);
  const how = arrived ? 'arrived' : rested ? 'rested' : 'late';
  say(`happenings.sunset.${how}`, { count: customers }, true);
}

/** That the map was wrong matters more than that something was told; each kind of mistake once. */
function tellReports(reports: readonly Of<'report'>[], repairs: readonly Of<'repair'>[], say: Say): void {
  const last = reports.at(-1);
  const repaired = reports.reduce((sum, each) => sum + each.repaired, 0);
  if (last && repaired === 0) say('happenings.agrees', { count: last.facts });
  else if (last) say('happenings.mended', { count: repaired });
  for (const cause of new Set(repairs.map((each) => each.cause))) say(`happenings.repair.${cause}`);
}

function tellEchoes(echoes: readonly Of<'echo'>[], byEar: boolean, say: Say): void {
  const open = new Map(echoes.map((each) => [each.to, each.open]));
  const [left, ahead, right] = (['left', 'ahead', 'right'] as const).map((to) => open.get(to));
  if (left === undefined || ahead === undefined || right === undefined) return;
  say('happenings.echo', {
    left: sideOf('left', byEar),
    right: sideOf('right', byEar),
    openLeft: wordFor(left),
    openAhead: wordFor(ahead),
    openRight: wordFor(right),
  });
}

/** The name of a number of steps in the texts, under `opens`. */
function wordFor(steps: number): string {
  return steps <= COUNTED_STEPS ? String(steps) : 'more';
}

function tellBell({ columns, lanes }: Of<'bell'>, byEar: boolean, say: Say): void {
  if (lanes === 0) return say('happenings.bell.straight', { columns });
  const to = sideOf(lanes < 0 ? 'left' : 'right', byEar);
  say('happenings.bell.aside', { columns, lanes: Math.abs(lanes), to });
}
