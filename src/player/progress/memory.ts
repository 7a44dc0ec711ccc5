import { SETTLED, type History, type ItemMemory } from '../../quiz/index.ts';
import type { IdeaProgress } from './progress.ts';

/** What answers leave behind, item by item. Answers must be added oldest first. */
export class Memory {
  readonly #items = new Map<string, ItemMemory>();
  /** Per idea, the items met and the answers given. */
  readonly #ideas = new Map<string, { readonly items: Set<string>; answers: number }>();

  add(item: string, idea: string, score: number, at: number): void {
    this.#items.set(item, { tries: (this.#items.get(item)?.tries ?? 0) + 1, lastScore: score, lastAt: at });
    const met = this.#ideas.get(idea) ?? { items: new Set<string>(), answers: 0 };
    met.items.add(item);
    met.answers++;
    this.#ideas.set(idea, met);
  }

  history(): History {
    return Object.fromEntries(this.#items);
  }

  standIdeas(): Record<string, IdeaProgress> {
    return Object.fromEntries(
      [...this.#ideas].map(([idea, { items, answers }]) => {
        const scores = [...items].map((item) => this.#items.get(item)?.lastScore ?? 0);
        const standing = scores.reduce((sum, score) => sum + score, 0) / scores.length;
        return [idea, { answers, standing, settled: scores.every((score) => score >= SETTLED) }];
      }),
    );
  }
}
