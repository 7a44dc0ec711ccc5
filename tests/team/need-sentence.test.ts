import { describe, expect, test } from 'vitest';

import { LANGUAGES, type Language } from '../../src/i18n/languages.ts';
import { kindOfNeed, sayNeed, type NeedWords } from '../../src/team/words/need-sentence.ts';
import type { Need } from '../../src/wire/team.ts';
import { speak } from './speak.ts';

const person = { id: 'p', name: 'Anna' };

function words(language: Language): NeedWords {
  return {
    t: speak(language),
    act: (id) => `act ${id}`,
    idea: (id) => `idea ${id}`,
    rank: (rank) => `rank ${rank}`,
    percent: (share) => `${Math.round(share * 100)} %`,
  };
}

const NEEDS: readonly Need[] = [
  { person, why: 'neverStarted', days: 9 },
  { person, why: 'stalled', days: 12, act: 'pond' },
  { person, why: 'stalled', days: 12, act: null },
  { person, why: 'stuckOnAct', act: 'road', attempts: 5 },
  { person, why: 'stuckOnIdea', idea: 'push', standing: 0.28, answers: 7 },
  { person, why: 'readyForExamination' },
  { person, why: 'atBorder', rank: 'general', sure: 0.52 },
  { person, why: 'newRank', rank: 'marshal', sure: 0.91 },
];

/** All that a need knows, as the words above write it. */
function factsOf(need: Need): readonly string[] {
  return Object.entries<unknown>(need as unknown as Record<string, unknown>)
    .filter(([name, value]) => name !== 'why' && name !== 'person' && value !== null)
    .map(([name, value]) => {
      if (typeof value === 'string') return `${name} ${value}`;
      if (typeof value !== 'number') throw new Error(`${name} is neither a name nor a number`);
      return Number.isInteger(value) ? String(value) : `${Math.round(value * 100)} %`;
    });
}

test('each need is one sentence that goes on from the name, with one thing to do', () => {
  expect(NEEDS.map((need) => sayNeed(need, words('en')).sentence)).toEqual([
    'joined 9 days ago and has not played yet.',
    'has not been here for 12 days; the last act was “act pond”.',
    'has not been here for 12 days.',
    'has played “act road” 5 times, not yet to a good result.',
    'does not yet have “idea push”: 28 % after 7 answers.',
    'knows what the acts teach and is ready for the muster.',
    'stands at a border: rank general, and only 52 % sure.',
    'has a new rank: rank marshal, 91 % sure.',
  ]);
  for (const need of NEEDS) expect(sayNeed(need, words('en')).advice).toMatch(/^\p{Lu}.+\.$/u);
});

describe.each(LANGUAGES)('in %s', (language) => {
  test('every need says all that it knows, and leaves no placeholder open', () => {
    for (const need of NEEDS) {
      const { sentence, advice } = sayNeed(need, words(language));
      expect(`${sentence} ${advice}`).not.toMatch(/\{\{|need\./);
      for (const said of factsOf(need)) expect(sentence).toContain(said);
    }
  });
});

test('Russian counts days as Russian does', () => {
  const said = [1, 2, 5, 21].map((days) => sayNeed({ person, why: 'stalled', days, act: null }, words('ru')).sentence);
  expect(said).toEqual([
    'не появляется уже 1 день.',
    'не появляется уже 2 дня.',
    'не появляется уже 5 дней.',
    'не появляется уже 21 день.',
  ]);
});

test('whoever is stuck asks for help, whoever stays away for a nudge', () => {
  expect(NEEDS.map(({ why }) => kindOfNeed(why))).toEqual([
    'nudge',
    'nudge',
    'nudge',
    'help',
    'help',
    'ready',
    'ready',
    'praise',
  ]);
});
