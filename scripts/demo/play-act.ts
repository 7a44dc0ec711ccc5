/** A run as a person plays it: a bot's hand, or two, the weaker at first; now and then it rests and looks. */
import { parametersOf } from '../../src/kernel/content/act-file.ts';
import { advanceRun, startRun, type Run } from '../../src/kernel/run.ts';
import type { Chance } from './chance.ts';
import type { StagedAct } from './stage.ts';

/** A run that is not over by then is given up: twice the longest of the acts. */
const MOST_TICKS = 20_000;
/** A person looks around before the first move, and pauses a few times: no two people play the same run. */
const PAUSES = { fewest: 3, most: 6, within: 1200, shortest: 3, longest: 30 };

/** How a run is played. */
export interface Hand {
  /** The bot at the beginning, and the one that takes over. */
  readonly first: string;
  readonly second: string;
  /** Tick at which it takes over. */
  readonly at: number;
}

/** Draws how somebody plays who comes to about this share of the best (0 to 1). */
export function drawHand({ bots }: StagedAct, share: number, chance: Chance): Hand {
  const wanted = Math.min(1, Math.max(0, share + chance.normal(0, 0.08)));
  const nearest = bots.toSorted((a, b) => Math.abs(a.share - wanted) - Math.abs(b.share - wanted));
  const second = chance.pick(nearest.slice(0, 2)).name;
  const weaker = bots.filter((bot) => bot.share < wanted);
  const changesMind = chance.happens(0.35) && weaker.length > 0;
  return {
    first: changesMind ? chance.pick(weaker).name : second,
    second,
    at: changesMind ? chance.whole(100, 700) : 0,
  };
}

/** Plays a run to its end, recorded. The first one of a player is the gentler one, as in the game. */
export function playRun(staged: StagedAct, hand: Hand, isFirst: boolean, chance: Chance): Run {
  const { rules, file } = staged;
  const parameters = parametersOf(rules.act, file, isFirst ? (file.first ?? {}) : {});
  const run = startRun(rules.act, parameters, chance.seed());
  const hands = [hand.first, hand.second].map((name) => rules.act.bots[name]?.(chance.seed()));
  const rests = drawPauses(chance);
  for (let tick = 0; !rules.act.isOver(run.state); tick++) {
    if (tick > MOST_TICKS) throw new Error(`${staged.id}: ${hand.first} and ${hand.second} do not come to an end`);
    advanceRun(run, rests.has(tick) ? [] : (hands[tick < hand.at ? 0 : 1]?.decide(run.state) ?? []));
  }
  return run;
}

/** The ticks of rest. */
function drawPauses(chance: Chance): ReadonlySet<number> {
  const { fewest, most, within, shortest, longest } = PAUSES;
  const begins = [0, ...Array.from({ length: chance.whole(fewest, most) }, () => chance.whole(1, within))];
  return new Set(begins.flatMap((tick) => Array.from({ length: chance.whole(shortest, longest) }, (_, i) => tick + i)));
}
