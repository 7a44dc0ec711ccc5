/** What somebody knows: answers real items as the examination's model has it, and learns from being told. */
import type { BankEntry } from '../../src/quiz/examination/bank.ts';
import type { Item, Response } from '../../src/quiz/index.ts';
import { seedRandom } from '../../src/kernel/random.ts';
import { seedFor } from '../../src/quiz/items/shuffle.ts';
import { categoryProbabilities } from '../../src/quiz/model/curves.ts';
import { findResponses } from '../exam/responses.ts';
import type { Character } from './cast.ts';
import type { Chance } from './chance.ts';
import type { DemoStage } from './stage.ts';

/** What an answer with its explanation adds to the ability in that idea: most the first times. */
const LEARNT = 0.45;
const MOST_LEARNT = 1.6;
/** The same item again, minutes after its explanation. */
const JUST_TOLD = 1.2;
/** The idea that nearly everybody has wrong, and that explanations hardly move: what is added to the ability in it. */
const MISCONCEPTION = { share: 0.85, less: 3.8 };
/** What somebody knows of the idea that does not go in at all. */
const MUDDLED_ABILITY = -4;

/** Real responses of each category of an item. The same for everybody, and found once. */
const responses = new Map<string, readonly Response[]>();

export class Mind {
  readonly #stage: DemoStage;
  readonly #person: Character;
  readonly #chance: Chance;
  readonly #learnt = new Map<string, number>();
  readonly #isMisled: boolean;

  constructor(stage: DemoStage, person: Character) {
    this.#stage = stage;
    this.#person = person;
    this.#chance = person.chance.branch('mind');
    this.#isMisled = this.#chance.happens(MISCONCEPTION.share) && !['ready', 'border', 'risen'].includes(person.part);
  }

  /** Answers an item after an act or in a drill, and is told. `round` 2: it has come back. */
  answer(item: Item, round: 1 | 2): Response {
    const { idea } = item;
    if (this.#isMuddledAbout(idea)) return this.#respond(item, MUDDLED_ABILITY);
    if (this.#isMisledAbout(idea)) return this.#respond(item, this.#abilityIn(idea) - MISCONCEPTION.less);
    const response = this.#respond(item, this.#abilityIn(idea) + (round === 2 ? JUST_TOLD : 0));
    const before = this.#learnt.get(idea) ?? 0;
    this.#learnt.set(idea, Math.min(MOST_LEARNT, before + LEARNT));
    return response;
  }

  /** Answers in an examination, where nobody tells, as somebody of this ability. */
  answerExam(item: Item, ability: number): Response {
    return this.#respond(item, ability);
  }

  /** Ability on the examination's scale, with what was learnt since. */
  get ability(): number {
    const gains = [...this.#learnt.values()];
    const mean = gains.length === 0 ? 0 : gains.reduce((sum, gain) => sum + gain, 0) / gains.length;
    return this.#person.ability + mean / 3;
  }

  /** Milliseconds from seeing an item to answering it. */
  hesitate(): number {
    return Math.round(1000 * this.#person.pace * Math.exp(this.#chance.normal(0, 0.4)));
  }

  #abilityIn(idea: string): number {
    const { ability, leanings } = this.#person;
    return ability + (leanings[this.#stage.groupOf.get(idea) ?? 0] ?? 0) + (this.#learnt.get(idea) ?? 0);
  }

  #isMuddledAbout(idea: string): boolean {
    return this.#person.part === 'muddled' && idea === this.#stage.acts[0]?.file.ideas[0];
  }

  #isMisledAbout(idea: string): boolean {
    return this.#isMisled && idea === this.#stage.acts[1]?.file.ideas[1];
  }

  #respond(item: Item, ability: number): Response {
    const { bank } = this.#stage;
    const entry = bank.entries[bank.places.get(item.id) ?? -1] as BankEntry;
    const probabilities = categoryProbabilities(entry.parameters, ability);
    let found = responses.get(item.id);
    if (found === undefined) responses.set(item.id, (found = findResponses(item, seedRandom(seedFor(7, item.id)))));
    let rest = this.#chance.unit();
    let category = 0;
    while (category < found.length - 1 && rest >= (probabilities[category] as number))
      rest -= probabilities[category++] as number;
    return found[category] as Response;
  }
}
