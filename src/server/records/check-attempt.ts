/** Plays a delivered run again. Runs in a thread of its own: a made-up replay may take long, or fall over. */
import { BadInput } from '../../kernel/act.ts';
import { asUsualWay } from '../../kernel/content/usual-way.ts';
import { Digest } from '../../kernel/hash.ts';
import { parseReplay, verifyReplay, type Replay } from '../../kernel/replay.ts';
import { settleTruth } from '../../kernel/settle-truth.ts';
import type { Mark } from '../../wire/delivery.ts';
import { canonicalJson } from '../../wire/records/canonical.ts';
import type { Attempt } from '../../wire/records/records.ts';
import type { ActVersion, ActVersions } from './act-versions.ts';
import type { Checked, CheckedRun } from './verifier.ts';

/** Judges an attempt by playing it. Does not throw: rules that fall over an input have shown that it is not of the game. */
export function checkAttempt(versions: ActVersions, attempt: Attempt): Checked<CheckedRun> {
  const { act, replay } = attempt;
  if (replay.act !== act) return refuse('impossible', `replay.act is ${replay.act}, not ${act}`);
  const version = versions.get(act)?.get(replay.rules);
  if (version === undefined) return refuse('otherRules', `${act}, rules ${replay.rules}, are not played here`);
  try {
    return playAgain(version, attempt, parseReplay(replay, version.rules.act));
  } catch (error) {
    return refuse('impossible', error instanceof BadInput ? `${error.path}: ${error.reason}` : String(error));
  }
}

function playAgain({ rules, file, offered, kiosk }: ActVersion, attempt: Attempt, replay: Replay): Checked<CheckedRun> {
  const parameters = canonicalJson(replay.parameters);
  if (!offered.has(parameters)) return refuse('impossible', 'replay.parameters: the game begins no run with these');
  const { bet } = attempt;
  if (bet !== null && !file.bets.includes(bet.choice))
    return refuse('impossible', `bet.choice: ${bet.choice} cannot be bet on`);
  const { ok, outcome, hash, isOver, driftAtTick } = verifyReplay(rules.act, replay);
  if (driftAtTick !== undefined)
    return refuse('forged', `the run played again parts from it after tick ${driftAtTick}`);
  if (!ok || !isSameFigures(outcome, attempt.outcome))
    return refuse('forged', `outcome: played again it comes to ${outcome.score}`);
  if (!isOver) return refuse('impossible', 'the run breaks off before its end');
  return {
    ok: true,
    result: {
      outcome,
      runHash: new Digest().text(rules.act.id).int(rules.act.version).text(hash).hex(),
      seconds: replay.ticks / rules.act.ticksPerSecond,
      isKioskCut: kiosk.has(parameters),
      betRight:
        bet === null ? null : settleTruth(rules, asUsualWay(file, replay.parameters), replay.seed) === bet.choice,
    },
  };
}

type Figures = Pick<CheckedRun['outcome'], 'score' | 'series'>;

function isSameFigures(one: Figures, other: Figures): boolean {
  return (
    one.score === other.score &&
    one.series.length === other.series.length &&
    one.series.every((figure, i) => figure === other.series[i])
  );
}

function refuse(mark: Mark, detail: string): Checked<never> {
  return { ok: false, mark, detail };
}
