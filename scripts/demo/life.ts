/** What somebody does, session by session: bets, runs, debriefs, drills, examinations. */
import { settleTruth } from '../../src/kernel/settle-truth.ts';
import { asUsualWay } from '../../src/kernel/content/usual-way.ts';
import { outcomeOf, type Run } from '../../src/kernel/run.ts';
import { foldCards } from '../../src/player/drill/cards.ts';
import {
  answerSitting,
  beginDebrief,
  chooseDebrief,
  chooseDrill,
  currentSitting,
  type Debrief,
} from '../../src/quiz/index.ts';
import { recordRun } from '../../src/wire/records/record-run.ts';
import type { StoredRecord } from '../../src/wire/records/read-record.ts';
import type { Attempt } from '../../src/wire/records/records.ts';
import type { Character } from './cast.ts';
import { SimulatedDevice } from './device.ts';
import { Mind } from './mind.ts';
import { drawHand, playRun, type Hand } from './play-act.ts';
import { sitExamination, type Sat } from './sit-examination.ts';
import type { DemoStage, StagedAct } from './stage.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** As the game names its questions. */
const BET_QUESTION = 'bet';
const POLL_QUESTION = 'how-you-work';
const POLL_CHOICES = ['alone', 'team', 'steer'];
/** Days between two examinations. */
const RESIT_DAYS = 13;
/** Seeds tried until an examination comes out as a part wants it. */
const TRIES = 60;

/** How far understanding goes at first, and how much every run adds. */
const AT_FIRST = 0.25;
const WITH_CUNNING = 0.55;
const WITH_EACH_RUN = 0.12;

export class Life {
  readonly device: SimulatedDevice;
  readonly #stage: DemoStage;
  readonly #person: Character;
  readonly #mind: Mind;
  readonly #runs = new Map<string, number>();
  /** Every run, for those who take the runs of others. */
  readonly attempts: Attempt[] = [];
  #examinedAt = -Infinity;
  #examinations = 0;

  constructor(stage: DemoStage, person: Character, joined: Date) {
    this.#stage = stage;
    this.#person = person;
    this.#mind = new Mind(stage, person);
    this.device = new SimulatedDevice(joined, person.chance.branch('device'));
  }

  /** One session. `daysLeft`: days from now to the end of the demonstration. Records come in the order written. */
  play(begins: Date, daysLeft: number): readonly StoredRecord[] {
    const { chance } = this.#person;
    const records: StoredRecord[] = [];
    let clock = begins.getTime();
    const write: Writer = {
      now: () => clock,
      wait: (ms) => void (clock += ms),
      put: (fresh) => void records.push(this.device.write(fresh, Math.round(clock))),
    };
    if (this.#runs.size === 0)
      write.put({ type: 'poll', payload: { question: POLL_QUESTION, choice: chance.pick(POLL_CHOICES) } });
    const act = this.#chooseAct();
    if (this.#wantsExamination(clock, daysLeft)) this.#sit(write, daysLeft);
    else if (act === null) this.#drill(write);
    else {
      this.#playAct(act, write);
      if (this.#person.part !== 'stuck' && chance.happens(0.3)) this.#playAct(act, write);
    }
    return records;
  }

  /** The next act of the campaign, or one to be played again; null for a drill. */
  #chooseAct(): StagedAct | null {
    const { acts } = this.#stage;
    const { part, chance } = this.#person;
    const unplayed = acts.find(({ id }) => !this.#runs.has(id));
    const [first, second = first] = acts;
    if (part === 'stuck') return this.#runs.has(first?.id ?? '') ? (second ?? null) : (first ?? null);
    if (part === 'muddled' && unplayed === undefined) return chance.happens(0.6) ? (first ?? null) : null;
    if (unplayed !== undefined && (this.#runs.size === 0 || chance.happens(0.75))) return unplayed;
    if (chance.happens(0.5)) return null;
    return chance.pick(acts.filter(({ id }) => this.#runs.has(id)));
  }

  #playAct(staged: StagedAct, write: Writer): void {
    const { rules, file, id } = staged;
    const { chance, cunning, input, part } = this.#person;
    const before = this.#runs.get(id) ?? 0;
    const hand: Hand =
      part === 'stuck'
        ? { first: staged.naive, second: staged.naive, at: 0 }
        : drawHand(staged, AT_FIRST + WITH_CUNNING * cunning + WITH_EACH_RUN * before * cunning, chance);
    const run = this.#playAnew(staged, hand, before === 0);
    const truth = settleTruth(rules, asUsualWay(file, run.parameters), run.seed);
    const choice = this.#bet(file.bets, truth, before);
    write.put({ type: 'bet', payload: { act: id, question: BET_QUESTION, choice } });
    write.wait(chance.between(8_000, 30_000));
    const startedAt = write.now();
    write.wait((1000 * rules.act.tick(run.state)) / rules.act.ticksPerSecond + chance.between(2_000, 40_000));
    const attempt: Attempt = {
      act: id,
      replay: recordRun(run),
      outcome: outcomeOf(run),
      bet: { question: BET_QUESTION, choice, right: choice === truth },
      startedAt,
      endedAt: write.now(),
      input,
      speed: 1,
      assists: [],
    };
    write.put({ type: 'attempt', payload: attempt });
    this.attempts.push(attempt);
    this.#runs.set(id, before + 1);
    write.wait(chance.between(30_000, 90_000));
    if (before === 0 || chance.happens(0.6)) this.#debrief(staged, write);
  }

  /** First runs are on a stage that is the same for all, where two bots' hands can come to the same run. */
  #playAnew(staged: StagedAct, hand: Hand, isFirst: boolean): Run {
    for (;;) {
      const run = playRun(staged, hand, isFirst, this.#person.chance);
      const name = `${staged.id} ${run.hashes.at(-1)}`;
      if (this.#stage.runs.has(name)) continue;
      this.#stage.runs.add(name);
      return run;
    }
  }

  /** Who has not played believes in what the act warns of; a run, and some cunning, change that. */
  #bet(bets: readonly string[], truth: string, before: number): string {
    const { chance, cunning } = this.#person;
    const knows = before === 0 ? 0.15 + 0.2 * cunning : 0.45 + 0.45 * cunning;
    if (chance.happens(knows)) return truth;
    return chance.happens(0.5) ? (bets[0] ?? truth) : chance.pick(bets);
  }

  #debrief({ id, file }: StagedAct, write: Writer): void {
    const { debriefs } = this.device.progress;
    const seed = this.#person.chance.seed();
    const items = chooseDebrief(this.#stage.items, file.ideas, seed, debriefs[id] ?? {});
    this.#answer(beginDebrief(items, seed), id, write);
  }

  #drill(write: Writer): void {
    const { reviews, history, acts } = this.device.progress;
    const seed = this.#person.chance.seed();
    const played = this.#stage.acts.filter(({ id }) => acts[id] !== undefined).flatMap(({ file }) => file.ideas);
    const memory = { cards: foldCards(reviews), history, played };
    this.#answer(beginDebrief(chooseDrill(this.#stage.items, memory, write.now(), seed), seed), null, write);
  }

  #answer(begun: Debrief, act: string | null, write: Writer): void {
    let debrief = begun;
    for (let sitting = currentSitting(debrief); sitting !== null; sitting = currentSitting(debrief)) {
      const { item, order, round } = sitting;
      const response = this.#mind.answer(item, round);
      const answered = answerSitting(debrief, response);
      const tookMs = this.#mind.hesitate();
      write.wait(tookMs);
      const { score } = answered.scored;
      const given = { item: item.id, idea: item.idea, kind: item.kind, shown: order, response, score, round, tookMs };
      write.put({ type: 'answer', payload: { way: act === null ? 'drill' : 'debrief', act, ...given } });
      write.wait(this.#person.chance.between(4_000, 15_000));
      debrief = answered.debrief;
    }
  }

  #wantsExamination(now: number, daysLeft: number): boolean {
    const { part, chance } = this.#person;
    const hasPlayedAll = this.#stage.acts.every(({ id }) => this.#runs.has(id));
    if (!hasPlayedAll || part === 'ready' || part === 'stuck' || part === 'muddled') return false;
    if (part === 'border') return daysLeft <= 9 && this.#examinations === 0;
    if (part === 'risen') return this.#examinations === 0 || (daysLeft <= 5 && this.#examinations === 1);
    return now - this.#examinedAt > RESIT_DAYS * DAY_MS && chance.happens(0.6);
  }

  #sit(write: Writer, daysLeft: number): void {
    const { payload, tookMs } = this.#findExamination(daysLeft);
    const startedAt = write.now();
    write.wait(tookMs + 2_000 * payload.answers.length);
    write.put({ type: 'examination', payload: { ...payload, startedAt, endedAt: write.now() } });
    this.#examinedAt = write.now();
    this.#examinations++;
  }

  /** The examination as it falls; for some parts the first of several that falls as it must. */
  #findExamination(daysLeft: number): Sat {
    const { part, chance } = this.#person;
    const sit = (ability: number): Sat => sitExamination(this.#stage, this.#mind, chance.seed(), ability);
    const until = (ability: number, fits: (sat: Sat) => boolean): Sat => {
      let sat = sit(ability);
      for (let tries = 1; tries < TRIES && !fits(sat); tries++) sat = sit(ability);
      return sat;
    };
    if (part === 'border') return until(-1.45, ({ result }) => result.sureOfRank < 0.55);
    if (part === 'risen' && daysLeft > 5) return until(0, ({ result }) => result.rank === 'general');
    if (part === 'risen') return until(2.4, ({ result }) => result.rank === 'marshal' && result.sureOfRank > 0.7);
    return sit(this.#mind.ability);
  }
}

/** The session's clock and its records. */
interface Writer {
  now(): number;
  wait(ms: number): void;
  put(fresh: Parameters<SimulatedDevice['write']>[0]): void;
}
