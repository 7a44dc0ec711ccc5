/** Names of the ideas, and the acts that play them. */
import type { Language } from '../../i18n/index.ts';
import { loadActFile, OPEN_ACTS } from '../acts.ts';

/** By idea; an idea that the list does not have keeps its id. */
export type IdeaNames = (idea: string, language: Language) => string;

/** Loads the short names of all ideas. Rejects when they do not arrive. */
export async function loadIdeaNames(): Promise<IdeaNames> {
  const { concepts } = (await import('../../../levels/concepts.json')).default;
  const terms = new Map<string, Readonly<Record<Language, string>>>(concepts.map((each) => [each.id, each.terms]));
  return (idea, language) => terms.get(idea)?.[language] ?? idea;
}

/** An act that can be played, with those of the given ideas that it plays. */
export interface ActForIdeas {
  readonly act: string;
  readonly ideas: readonly string[];
}

/** Open acts that play one of the ideas, those that play most of them first. */
export async function findActsFor(ideas: readonly string[]): Promise<readonly ActForIdeas[]> {
  const files = await Promise.all([...OPEN_ACTS].map((act) => loadActFile(act)));
  return files
    .map((file) => ({ act: file.id, ideas: ideas.filter((idea) => file.ideas.includes(idea)) }))
    .filter((each) => each.ideas.length > 0)
    .sort((a, b) => b.ideas.length - a.ideas.length);
}
