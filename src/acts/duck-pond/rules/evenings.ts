/** How an evening begins and ends, and what the night takes. */
import { drawBelow, drawChance } from '../../../kernel/random.ts';
import { leave, move, tell, ticksOf } from './ducks.ts';
import { stopGathering } from './host.ts';
import { SPOTS } from './intents.ts';
import { beginResting } from './shore.ts';
import { NEVER, PHASE, type PondState } from './state.ts';

/** A bird that is out of sight when an evening begins is already on the water with this many times `restChance`. */
const EARLY_BIRDS = 10;
/** Looks, one a second, that a bird resting in the evening's first light keeps before it goes. */
const EARLY_PATIENCE = 5;
/** Ticks after which the first flock of an evening is in the sky. */
const FIRST_PASS = 12;

export function beginEvening(state: PondState): void {
  const { parameters, random, dread, nextPass } = state;
  state.evening++;
  state.isNight = false;
  state.partBegan = state.tick;
  state.partEnds = state.tick + ticksOf(parameters.eveningSeconds);
  state.effort = parameters.effort;
  state.shotsTonight = 0;
  state.landed.push(0);
  state.eaten.fill(0);
  tell(state, { what: 'evening', evening: state.evening });
  const first = drawBelow(random, nextPass.length);
  const spread = ticksOf(parameters.passSeconds);
  for (let flock = 0; flock < nextPass.length; flock++)
    nextPass[flock] = state.tick + FIRST_PASS + (flock === first ? 0 : drawBelow(random, spread));
  for (let duck = 0; duck < state.phase.length; duck++) {
    if (state.phase[duck] !== PHASE.away) continue;
    const calm = 1 - (dread[state.flock[duck] as number] as number);
    if (!drawChance(random, EARLY_BIRDS * parameters.restChance * calm)) continue;
    const at = drawBelow(random, SPOTS);
    if (drawChance(random, 1 - (state.fear[at] as number)))
      beginResting(state, duck, at, EARLY_PATIENCE + drawBelow(random, EARLY_PATIENCE));
  }
}

export function endEvening(state: PondState): void {
  const yours = state.tally.taken + state.tally.held;
  state.series.push(yours);
  state.aimAt = -1;
  stopGathering(state);
  if (state.evening >= state.parameters.evenings) {
    state.isOver = true;
    tell(state, { what: 'over', yours });
    return;
  }
  state.isNight = true;
  state.partBegan = state.tick;
  state.partEnds = state.tick + ticksOf(state.parameters.nightSeconds);
  tell(state, { what: 'night', evening: state.evening, yours });
  passNight(state);
}

/** What nothing holds leaves; glue may give way; mice eat half of the grain; frights turn into dread. */
function passNight(state: PondState): void {
  const { parameters, random, grain, dread, fright, tally } = state;
  let atDusk = 0;
  let left = 0;
  let slipped = 0;
  for (let duck = 0; duck < state.phase.length; duck++) {
    const phase = state.phase[duck];
    if (phase === PHASE.landing) leave(state, duck, 'night');
    else if (phase === PHASE.held) {
      atDusk++;
      if (drawChance(random, parameters.glueHold)) continue;
      left++;
      slipped++;
      leave(state, duck, 'torn');
    } else if (phase === PHASE.resting || phase === PHASE.feeding) {
      atDusk++;
      const at = state.spot[duck] as number;
      if (drawChance(random, parameters.roost * (1 - (state.fear[at] as number)))) {
        state.patience[duck] = EARLY_PATIENCE;
        move(state, duck, PHASE.resting, at, state.partEnds + drawBelow(random, EARLY_PATIENCE * 4));
      } else {
        left++;
        if ((state.eaten[duck] as number) > 0) tally.unheld++;
        leave(state, duck, 'night');
      }
    }
  }
  for (let spot = 0; spot < SPOTS; spot++) grain[spot] = Math.floor((grain[spot] as number) / 2);
  // Flocks watch the pond from afar: dread fades only over an evening in which nobody shot there.
  const wasQuiet = state.shotsTonight === 0;
  for (let flock = 0; flock < dread.length; flock++) {
    const kept = (dread[flock] as number) * (wasQuiet ? 1 - parameters.dreadFades : 1);
    dread[flock] = Math.min(parameters.mostDread, kept + (fright[flock] as number));
  }
  fright.fill(0);
  state.nextPass.fill(NEVER);
  tally.atDusk += atDusk;
  tally.lost += left;
  tally.slipped += slipped;
  tell(state, { what: 'lost', count: left, torn: slipped, stayed: atDusk - left });
}
