/**
 * The road as it is drawn on the map. Between two markets lie nodes (lanes 0, 2 and 4 of every other column), lateral
 * ways between nodes of a column, and bands: columns that can only be crossed at certain lanes. The ways are a random
 * spanning tree (Kruskal's, over shuffled edges) and a few more, so every node can be reached and some lead nowhere.
 */
import { drawBelow, drawChance, type RandomState } from '../../../../kernel/random.ts';
import { cellAt } from '../grid.ts';
import { LANES, PLACE } from '../places.ts';

const MARKETS = 3;
/** Lanes on which one can go ahead. */
const TRACKS = [0, 2, 4] as const;
/** Chance of a way that the spanning tree doesn't need. */
const MORE_WAYS = 0.12;
/** Ways over a band, at least. */
const LEAST_WAYS = 2;
/** Chance that a band with a free lane has a place for a new way. */
const SPARE = 0.6;

export type BandKind = 'ravine' | 'river' | 'slope';

/** A column that can be crossed only at `lanes`. */
export interface Band {
  readonly column: number;
  readonly kind: BandKind;
  readonly lanes: readonly number[];
  /** The lane of a new way, and the open lane beside it whose crossing it would replace; −1 if there is no place for one. */
  readonly spareLane: number;
  readonly besideLane: number;
}

export interface Layout {
  readonly columns: number;
  readonly start: number;
  readonly markets: readonly number[];
  /** By cell: rock, path or market; what the bands are made of is drawn later. */
  readonly ground: Uint8Array;
  readonly bands: readonly Band[];
}

/** Draws a layout. `columns` from 13 up. */
export function drawLayout(random: RandomState, columns: number): Layout {
  const ground = new Uint8Array(columns * LANES).fill(PLACE.rock);
  const bands: Band[] = [];
  const markets: number[] = [];
  const start = cellAt(0, drawTrack(random));
  ground[start] = PLACE.path;
  for (let market = 0; market < MARKETS; market++) {
    const from = Math.floor(((columns - 1) * market) / MARKETS);
    const to = Math.floor(((columns - 1) * (market + 1)) / MARKETS);
    const next = drawTrack(random);
    drawSection(random, ground, bands, from, to);
    // An odd stretch has one column more than nodes and bands need: the last steps to the market.
    if ((to - from) % 2 === 1) ground[cellAt(to - 1, next)] = PLACE.path;
    ground[cellAt(to, next)] = PLACE.market;
    markets.push(cellAt(to, next));
  }
  return { columns, start, markets, ground, bands };
}

function drawTrack(random: RandomState): number {
  return TRACKS[drawBelow(random, TRACKS.length)] as number;
}

/** Draws the nodes, ways and bands of the columns between `from` and `to`. */
function drawSection(random: RandomState, ground: Uint8Array, bands: Band[], from: number, to: number): void {
  const nodeColumns = Math.floor((to - from) / 2);
  const nodeOf = (i: number, track: number): number => i * TRACKS.length + track;
  const edges: Edge[] = [];
  for (let i = 0; i < nodeColumns; i++) {
    const column = from + 1 + 2 * i;
    for (let track = 0; track < TRACKS.length; track++) {
      const lane = TRACKS[track] as number;
      ground[cellAt(column, lane)] = PLACE.path;
      const node = nodeOf(i, track);
      if (track > 0) edges.push({ one: node, other: nodeOf(i, track - 1), cell: cellAt(column, lane - 1) });
      if (i > 0) edges.push({ one: node, other: nodeOf(i - 1, track), cell: cellAt(column - 1, lane) });
    }
  }
  openWays(random, ground, edges, nodeColumns * TRACKS.length);
  for (let i = 1; i < nodeColumns; i++) bands.push(drawBand(random, ground, from + 2 * i));
}

interface Edge {
  readonly one: number;
  readonly other: number;
  readonly cell: number;
}

function openWays(random: RandomState, ground: Uint8Array, edges: Edge[], nodes: number): void {
  for (let i = edges.length - 1; i > 0; i--) {
    const j = drawBelow(random, i + 1);
    const swapped = edges[i] as Edge;
    edges[i] = edges[j] as Edge;
    edges[j] = swapped;
  }
  const group = Uint8Array.from({ length: nodes }, (_, node) => node);
  for (const { one, other, cell } of edges) {
    const joined = group[one] as number;
    const into = group[other] as number;
    if (joined === into && !drawChance(random, MORE_WAYS)) continue;
    ground[cell] = PLACE.path;
    for (let node = 0; node < nodes; node++) if (group[node] === joined) group[node] = into;
  }
}

function drawBand(random: RandomState, ground: Uint8Array, column: number): Band {
  const isOpenAt = (lane: number): boolean => ground[cellAt(column, lane)] === PLACE.path;
  const closed = TRACKS.filter((lane) => !isOpenAt(lane));
  while (TRACKS.length - closed.length < LEAST_WAYS) {
    const [lane] = closed.splice(drawBelow(random, closed.length), 1);
    ground[cellAt(column, lane as number)] = PLACE.path;
  }
  const lanes = TRACKS.filter(isOpenAt);
  const draw = drawBelow(random, 3);
  const kind = draw === 0 ? 'ravine' : draw === 1 ? 'river' : 'slope';
  const [spareLane = -1] = closed;
  if (spareLane < 0 || !drawChance(random, SPARE)) return { column, kind, lanes, spareLane: -1, besideLane: -1 };
  const beside = lanes.filter((lane) => Math.abs(lane - spareLane) === 2);
  const besideLane = beside[drawBelow(random, beside.length)] as number;
  // One who knows the new way can reach it from the old one on both sides, so no report can leave the map without a way.
  const between = (spareLane + besideLane) / 2;
  ground[cellAt(column - 1, between)] = PLACE.path;
  ground[cellAt(column + 1, between)] = PLACE.path;
  return { column, kind, lanes, spareLane, besideLane };
}
