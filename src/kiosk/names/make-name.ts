import { nameText } from '../../app/claim/visitor-name.ts';
import { WORDS_IN_LIST, type MadeName, type NameLanguage } from '../../wire/kiosk.ts';
import type { NamedVisitor } from '../outbox/visit-book.ts';

/** Draws a name, every pair equally likely. `random` gives numbers from 0 up to, but not, 1 (`Math.random` will do). */
export function makeName(language: NameLanguage, random: () => number): NamedVisitor {
  const draw = (): number => Math.min(Math.floor(random() * WORDS_IN_LIST), WORDS_IN_LIST - 1);
  const name: MadeName = { language, first: draw(), second: draw() };
  return { name, text: nameText(name) };
}
