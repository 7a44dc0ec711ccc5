import { drawBelow, drawUnit, seedRandom, type RandomState } from '../../../../kernel/random.ts';
import type { CampaignParameters } from '../parameters.ts';
import { joinNeighbours } from './neighbours.ts';
import type { Survey } from './province.ts';

/** Towns keep this far from the map's edge, so that their names have room. */
const MARGIN = 0.07;
/** Places tried for each town; the one farthest from the others is taken (Mitchell's best candidate, 1991). */
const CANDIDATES = 12;
/** Rows of the map that one reads from left to right before going on to the next. */
const ROW = 0.2;
const MOST_WALLS = 100;

/**
 * Makes a province from a seed. Worths and estimates are dealt from an even deck rather than drawn one by one, so that
 * provinces differ in where things are, not in how much there is: none is poor, none is impregnable. The true
 * walls are drawn evenly from the estimate's whole range.
 */
export function generateProvince(parameters: CampaignParameters, seed: number): Survey {
  const random = seedRandom(seed);
  const { towns } = parameters;
  const { x, y } = placeTowns(random, towns);
  const worth = dealEvenly(random, towns, parameters.leastWorth, parameters.mostWorth);
  const estimate = dealEvenly(random, towns, parameters.leastWalls, parameters.mostWalls);
  const garrison = new Int16Array(towns);
  const low = new Int16Array(towns);
  const high = new Int16Array(towns);
  const full = new Int16Array(towns);
  for (let town = 0; town < towns; town++) {
    const spread = 1 + parameters.garrisonSpread * (2 * drawUnit(random) - 1);
    garrison[town] = Math.max(1, Math.round((worth[town] as number) * parameters.garrison * spread));
    low[town] = Math.max(0, (estimate[town] as number) - parameters.fog);
    high[town] = Math.min(MOST_WALLS, (estimate[town] as number) + parameters.fog);
    full[town] = (low[town] as number) + drawBelow(random, (high[town] as number) - (low[town] as number) + 1);
  }
  return { province: { towns, x, y, neighbours: joinNeighbours(x, y), worth, garrison }, low, high, full };
}

function placeTowns(random: RandomState, towns: number): { readonly x: Float64Array; readonly y: Float64Array } {
  const places: { readonly x: number; readonly y: number }[] = [];
  while (places.length < towns) {
    let best = { x: 0.5, y: 0.5 };
    let farthest = -1;
    for (let i = 0; i < CANDIDATES; i++) {
      const place = { x: drawPlace(random), y: drawPlace(random) };
      let nearest = 2;
      for (const { x, y } of places) {
        const dx = x - place.x;
        const dy = y - place.y;
        nearest = Math.min(nearest, dx * dx + dy * dy);
      }
      if (nearest > farthest) [best, farthest] = [place, nearest];
    }
    places.push(best);
  }
  const row = ({ y }: { readonly y: number }): number => Math.floor(y / ROW);
  places.sort((a, b) => row(a) - row(b) || a.x - b.x || a.y - b.y);
  return { x: Float64Array.from(places, ({ x }) => x), y: Float64Array.from(places, ({ y }) => y) };
}

function drawPlace(random: RandomState): number {
  return MARGIN + (1 - 2 * MARGIN) * drawUnit(random);
}

/** Whole numbers that stand evenly between two, one for each town, shuffled (Fisher and Yates). */
function dealEvenly(random: RandomState, towns: number, least: number, most: number): Int16Array {
  const deck = Int16Array.from({ length: towns }, (_, i) => least + Math.round(((most - least) * (i + 0.5)) / towns));
  for (let i = towns - 1; i > 0; i--) {
    const j = drawBelow(random, i + 1);
    const kept = deck[i] as number;
    deck[i] = deck[j] as number;
    deck[j] = kept;
  }
  return deck;
}
