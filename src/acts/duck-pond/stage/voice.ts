/** What the pond says in words: sentences for those who listen, captions for what can be heard. Pure. */
import type { TextRef } from '../../../kernel/act.ts';
import type { Told, Voice } from '../../../stage/act-stage.ts';
import type { PondHappening } from '../rules/happenings.ts';
import type { PondState } from '../rules/state.ts';

/** Sentences in one announcement: more would not be listened to. */
const MOST_SENTENCES = 3;

/** Captions by happening; what is only seen has none. */
const CAPTIONS: Partial<Record<PondHappening['what'], string>> = {
  scatter: 'scatter',
  glue: 'glue',
  loose: 'shot',
  land: 'land',
  feed: 'feed',
  evening: 'evening',
  night: 'night',
  pass: 'pass',
  shun: 'shun',
  held: 'held',
  hit: 'hit',
  miss: 'miss',
  startle: 'startle',
  tear: 'tear',
  gather: 'gather',
  lost: 'lost',
  refused: 'refused',
  over: 'over',
};

/** What a full pond is never without. */
const AMBIENT: ReadonlySet<PondHappening['what']> = new Set(['land', 'feed', 'pass', 'scatter', 'glue', 'loose']);

type Of<What extends PondHappening['what']> = Extract<PondHappening, { what: What }>;

export const voice: Voice<PondState, PondHappening> = {
  tell: (happened, state) => tell(happened, state),
  caption: (each) => {
    const key = CAPTIONS[each.what];
    if (key === undefined) return null;
    return AMBIENT.has(each.what) ? { key: `captions.${key}`, ambient: true } : { key: `captions.${key}` };
  },
};

/** Sums up what happened since the last announcement, what matters most first. */
export function tell(happened: readonly PondHappening[], state: PondState): readonly Told[] {
  const all = <What extends PondHappening['what']>(what: What): readonly Of<What>[] =>
    happened.filter((each): each is Of<What> => each.what === what);
  const told: Told[] = [];
  const say = (key: string, values?: TextRef['values'], urgent = false): void => {
    told.push({
      text: values ? { key: `happenings.${key}`, values } : { key: `happenings.${key}` },
      ...(urgent ? { urgent } : {}),
    });
  };
  for (const { yours } of all('over')) say('over', { count: yours }, true);
  for (const { evening, yours } of all('night')) say('night', { evening, count: yours }, true);
  for (const { count, torn, stayed } of all('lost')) say('lost', { count, torn, stayed });
  for (const { evening } of all('evening')) say('evening', { evening });
  const frightened = sum(all('startle'));
  for (const each of all('hit')) say('hit', { spot: each.at + 1 });
  for (const each of all('miss')) say('miss', { spot: each.at + 1 });
  if (frightened > 0) say('startle', { count: frightened });
  const torn = sum(all('tear'));
  if (torn > 0) say('tear', { count: torn });
  const refused = all('refused').at(-1);
  if (refused) say(`refused.${refused.why}`);
  tellBySpot(all('gather'), 'gather', say);
  tellBySpot(all('held'), 'held', say);
  tellBySpot(all('land'), 'land', say);
  const scattered = all('scatter').at(-1);
  if (scattered) say('scatter', { spot: scattered.at + 1 });
  const glued = all('glue').at(-1);
  if (glued) say('glue', { spot: glued.at + 1 });
  const aimed = all('aim').at(-1);
  if (aimed && aimed.at === state.aimAt)
    say('aim', { spot: aimed.at + 1, count: (state.resting[aimed.at] ?? 0) + (state.feeding[aimed.at] ?? 0) });
  const shuns = sum(all('shun'));
  if (shuns > 0) say('shun', { count: shuns });
  for (const pass of all('pass').slice(-1))
    say(pass.from === 'left' ? 'pass.left' : 'pass.right', { count: pass.count });
  return told.slice(0, MOST_SENTENCES);
}

function sum(happened: readonly { readonly count: number }[]): number {
  return happened.reduce((total, { count }) => total + count, 0);
}

/** "Three ducks land at the second reed": birds of one spot together, the fullest spot only. */
function tellBySpot(
  happened: readonly { readonly at: number }[],
  key: string,
  say: (key: string, values: TextRef['values']) => void,
): void {
  const bySpot = new Map<number, number>();
  for (const { at } of happened) bySpot.set(at, (bySpot.get(at) ?? 0) + 1);
  const [most] = [...bySpot].sort((a, b) => b[1] - a[1]);
  if (most) say(key, { spot: most[0] + 1, count: most[1] });
}
