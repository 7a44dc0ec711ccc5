/** The body: it feels, gropes, strides, stumbles, and comes to markets. */
import { columnOf, nextCell, placeBeyond } from './grid.ts';
import { besideSound, hear } from './hearing.ts';
import { hintAt } from './hints.ts';
import type { Direction } from './intents.ts';
import { addCustomers, endPassage, stand } from './passages.ts';
import { isOpen, PLACE, UNKNOWN, type Place } from './places.ts';
import { beginReport, deliverReport } from './reporting.ts';
import { callOut } from './sounding.ts';
import { nextMarket, tell, ticksOf, type RoadState } from './state.ts';
import type { Doing } from './views.ts';

/** One tick of the body: ends what it does when its time has come, and begins what comes next. */
export function workOn(state: RoadState): void {
  if (state.tick < state.doingUntil) return;
  finish(state);
  if (state.isBetween || state.isOver || state.doing !== 'stand') return;
  const { wish } = state;
  if (wish !== null) {
    state.wish = null;
    if (wish === 'report') beginReport(state);
    else if (wish === 'sound') callOut(state);
    else setOut(state, wish);
  } else if (state.isGoing) {
    const [word] = state.words;
    if (word === undefined) state.isGoing = false;
    else setOut(state, word);
  }
}

function begin(state: RoadState, doing: Doing, seconds: number, towards: number): void {
  state.doing = doing;
  state.doingSince = state.tick;
  state.doingUntil = state.tick + ticksOf(seconds);
  state.towards = towards;
}

/** What lies that way, and the cell; beyond the edge, where they stand. */
function lookTo(state: RoadState, to: Direction): { at: number; place: Place } {
  const cell = nextCell(state.at, to, state.road.columns);
  return cell < 0 ? { at: state.at, place: placeBeyond(to) } : { at: cell, place: state.road.truth[cell] as Place };
}

/**
 * Takes a step: a stride if it is the next word and he trusts the voice, otherwise he feels first. A step
 * that was not called makes all that was called mean nothing.
 */
function setOut(state: RoadState, to: Direction): void {
  const { parameters, words, tally } = state;
  const { at, place } = lookTo(state, to);
  state.facing = to;
  const isCalled = words[0] === to;
  if (isCalled) words.shift();
  else forget(state);
  if (!isCalled || state.isWary) {
    if (isCalled) tally.wary++;
    begin(state, 'feel', parameters.feelSeconds, at);
    return;
  }
  if (isOpen(place)) {
    begin(state, 'stride', parameters.strideSeconds, at);
    touch(state, at, place);
    return;
  }
  begin(state, 'stumble', parameters.stumbleSeconds, at);
  tally.stumbles++;
  state.isWary = true;
  touch(state, at, place);
  if (at !== state.at && !state.untold.includes(at)) state.untold.push(at);
  forget(state);
  noteDenied(state, at);
  tell(state, { what: 'stumble', to, at, place, ...besideSound(to) });
  hintAt(state, 'false');
}

function forget(state: RoadState): void {
  state.tally.forgotten += state.words.length;
  state.words.length = state.tongue.length = 0;
  state.isGoing = state.isAboutToGo = false;
}

/** What the staff finds closed and the map shows open shakes the trust between them, called or not. */
function noteDenied(state: RoadState, at: number): void {
  if (state.passage !== 'together' || at === state.at || !isOpen(state.map[at] as number)) return;
  state.tally.denied++;
  state.isWary = true;
}

/** Keeps what the staff finds, once: it is what a report tells. */
function touch(state: RoadState, at: number, place: Place): void {
  if (at === state.at || state.touched[at] !== UNKNOWN) return;
  state.touched[at] = place;
  state.untold.push(at);
}

function finish(state: RoadState): void {
  const { doing, parameters } = state;
  if (doing === 'stand') return;
  if (doing === 'feel') {
    const to = state.facing;
    const { at, place } = lookTo(state, to);
    touch(state, at, place);
    if (isOpen(place)) {
      tell(state, { what: 'touch', to, at, place, ...besideSound(to) });
      begin(state, 'grope', parameters.gropeSeconds - parameters.feelSeconds, at);
      return;
    }
    state.tally.bumps++;
    noteDenied(state, at);
    forget(state);
    tell(state, { what: 'bump', to, at, place, ...besideSound(to) });
    stand(state);
    hintAt(state, state.passage === 'together' ? 'false' : 'closed');
  } else if (doing === 'grope' || doing === 'stride') arrive(state, doing === 'stride');
  else {
    if (doing === 'tell') deliverReport(state);
    stand(state);
  }
}

function arrive(state: RoadState, stride: boolean): void {
  const { road, map, mended, facing: to } = state;
  state.at = state.towards;
  const { at } = state;
  const place = road.truth[at] as Place;
  if (stride) state.tally.strides++;
  else state.tally.gropes++;
  state.walked[at] = 1;
  // Where they stand the lame man sees for himself.
  if (state.passage === 'together' && map[at] !== place) {
    map[at] = place;
    mended[at] = 1;
  }
  stand(state);
  tell(state, { what: 'step', to, at, place, stride, ...besideSound(to) });
  if (place === PLACE.market) comeToMarket(state);
  hear(state);
}

function comeToMarket(state: RoadState): void {
  const { parameters, road, won } = state;
  const market = nextMarket(state);
  // Back at one where they have been.
  if (road.markets[market] !== state.at) return;
  const first = (state.rivals[0] as number) < columnOf(state.at);
  const customers = first ? parameters.customersFirst : parameters.customersAfter;
  const last = market === road.markets.length - 1;
  won[market] = customers;
  addCustomers(state, customers);
  tell(state, { what: 'market', market, customers, first, last });
  if (last) endPassage(state, 'arrived');
}
