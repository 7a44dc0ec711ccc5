/** The map in words, for those who do not see it: where the pair is, the next market, and the next columns lane by lane. */
import type { TextRef } from '../../../../kernel/act.ts';
import type { Told } from '../../../../stage/act-stage.ts';
import { columnOf, laneOf, placeBeyond } from '../../rules/grid.ts';
import { isOpen, LANES } from '../../rules/places.ts';
import type { LameView } from '../../rules/views.ts';
import { nameOf } from '../naming.ts';
import { traceWords } from './called-way.ts';

/** Columns read out besides the one where they stand: as many as a listener keeps in mind. */
const COLUMNS_AHEAD = 3;

/** What the map says round the pair; texts under `map.say`. Each sentence stands by itself, the most needed first. */
export function tellMap(view: LameView): readonly Told[] {
  const told: TextRef[] = [];
  const at = columnOf(view.at);
  const lane = laneOf(view.at);
  told.push({ key: 'map.say.here', values: { lane: lane + 1, lanes: LANES } });
  const market = view.markets.findIndex((cell) => columnOf(cell) > at);
  const cell = view.markets[market];
  if (cell !== undefined) told.push(tellMarket(market + 1, columnOf(cell) - at, laneOf(cell) - lane));
  told.push(...tellWords(view));
  for (let ahead = 0; ahead <= COLUMNS_AHEAD && at + ahead < view.columns; ahead++)
    told.push(tellColumn(view, at + ahead, ahead));
  return told.map((text) => ({ text }));
}

function tellMarket(market: number, columns: number, lanes: number): TextRef {
  const where = lanes === 0 ? 'straight' : lanes < 0 ? 'uphill' : 'downhill';
  return { key: `map.say.market.${where}`, values: { market, columns, lanes: Math.abs(lanes) } };
}

/** A column from the mountain down to the river; those of which only one lane is open are told by that lane. */
function tellColumn(view: LameView, column: number, ahead: number): TextRef {
  const places = Array.from({ length: LANES }, (_, lane) => view.map[column * LANES + lane] as number);
  const open = places.flatMap((place, lane) => (isOpen(place) ? [lane] : []));
  const [only] = open;
  const key = ahead === 0 ? 'map.say.column.here' : 'map.say.column.ahead';
  if (only !== undefined && open.length === 1) {
    return {
      key: `${key}Only`,
      values: { ahead, lane: only + 1, place: nameOf(places[only] as number) },
    };
  }
  const [a, b, c, d, e] = places.map(nameOf);
  return { key, values: { ahead, a: a ?? '', b: b ?? '', c: c ?? '', d: d ?? '', e: e ?? '' } };
}

/** Where the words lead that have been called. */
function tellWords(view: LameView): readonly TextRef[] {
  const steps = traceWords(view);
  const [first] = steps;
  if (!first) return [];
  const closed = steps.findIndex((step) => step.isClosed);
  const step = steps[closed];
  if (step) {
    const place = nameOf(step.to < 0 ? placeBeyond(step.word) : (view.map[step.to] as number));
    return [{ key: 'map.say.words.closed', values: { word: closed + 1, place } }];
  }
  const last = steps[steps.length - 1] ?? first;
  return [
    {
      key: 'map.say.words.open',
      values: { count: steps.length, place: nameOf(view.map[last.to] as number), lane: laneOf(last.to) + 1 },
    },
  ];
}
