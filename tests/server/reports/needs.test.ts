import { describe, expect, it } from 'vitest';

import { findNeed, isReady, listNeeds, type Course, type PersonFacts } from '../../../src/server/reports/needs.ts';

const NOW = new Date('2026-11-22T12:00:00Z');
const ago = (days: number): Date => new Date(NOW.getTime() - days * 24 * 60 * 60 * 1000);

const COURSE: Course = {
  acts: ['pond', 'road'],
  ideas: 4,
  goodMarks: new Map([
    ['pond', 20],
    ['road', 7],
  ]),
};

const played = (act: string, best: number, attempts = 1, days = 1): PersonFacts['acts'][number] => ({
  act,
  best,
  attempts,
  lastAt: ago(days),
});

/** Somebody who plays, does well, and needs nobody. */
const WELL: PersonFacts = {
  id: 'a',
  name: 'Ann',
  joinedAt: ago(20),
  lastAt: ago(1),
  acts: [played('pond', 30)],
  taught: { standing: 0.6, ideas: 2 },
  stuckIdea: null,
  examinations: [],
};
const ABSENT: PersonFacts = { ...WELL, lastAt: null, acts: [], taught: null };
const LEARNT: PersonFacts = {
  ...WELL,
  acts: [played('pond', 30), played('road', 9)],
  taught: { standing: 0.75, ideas: 4 },
};
const whyOf = (changes: Partial<PersonFacts>, from = WELL): string | undefined =>
  findNeed({ ...from, ...changes }, COURSE, NOW)?.why;

describe('who needs the manager', () => {
  it('is nobody who plays and gets on', () => {
    expect(findNeed(WELL, COURSE, NOW)).toBeNull();
  });

  it('is who has not begun for three days', () => {
    expect(whyOf({ joinedAt: ago(2.99) }, ABSENT)).toBeUndefined();
    expect(findNeed({ ...ABSENT, joinedAt: ago(3) }, COURSE, NOW)).toEqual({
      person: { id: 'a', name: 'Ann' },
      why: 'neverStarted',
      days: 3,
    });
  });

  it('is who has stopped for a week, at the act played last', () => {
    expect(whyOf({ lastAt: ago(6.99) })).toBeUndefined();
    const acts = [played('road', 9, 1, 8), played('pond', 30, 1, 12)];
    expect(findNeed({ ...WELL, lastAt: ago(8), acts }, COURSE, NOW)).toMatchObject({
      why: 'stalled',
      days: 8,
      act: 'road',
    });
    expect(findNeed({ ...WELL, lastAt: ago(8), acts: [] }, COURSE, NOW)).toMatchObject({ why: 'stalled', act: null });
  });

  it('is not who has finished: every act played, and examined', () => {
    const examinations = [{ rank: 'general' as const, sure: 0.9, at: ago(40) }];
    expect(whyOf({ lastAt: ago(40), examinations }, LEARNT)).toBeUndefined();
    expect(whyOf({ lastAt: ago(40), examinations })).toBe('stalled');
  });

  it('is who stays below the good mark three times', () => {
    expect(whyOf({ acts: [played('pond', 19.9, 2)] })).toBeUndefined();
    expect(whyOf({ acts: [played('pond', 20, 3)] })).toBeUndefined();
    const acts = [played('pond', 19.9, 3), played('road', 1, 5)];
    expect(findNeed({ ...WELL, acts }, COURSE, NOW)).toMatchObject({ why: 'stuckOnAct', act: 'road', attempts: 5 });
  });

  it('is not stuck on an act that was left two weeks ago, or that this server does not know', () => {
    expect(whyOf({ acts: [played('pond', 1, 9, 14)] })).toBeUndefined();
    expect(whyOf({ acts: [played('opera', 1, 9)] })).toBeUndefined();
  });

  it('is who is stuck on an idea', () => {
    const stuckIdea = { idea: 'push-pull', standing: 0.3, answers: 8 };
    expect(findNeed({ ...WELL, stuckIdea }, COURSE, NOW)).toEqual({
      person: { id: 'a', name: 'Ann' },
      why: 'stuckOnIdea',
      ...stuckIdea,
    });
  });

  it('is who is ready: all acts played, all ideas met, known well', () => {
    expect(whyOf({}, LEARNT)).toBe('readyForExamination');
    expect(whyOf({ taught: { standing: 0.74, ideas: 4 } }, LEARNT)).toBeUndefined();
    expect(whyOf({ taught: { standing: 1, ideas: 3 } }, LEARNT)).toBeUndefined();
    expect(whyOf({ acts: [played('pond', 30)] }, LEARNT)).toBeUndefined();
  });

  it('is not who is stuck on an idea, however much else is known', () => {
    const stuckIdea = { idea: 'scouts-and-troops', standing: 0.2, answers: 6 };
    expect(whyOf({ stuckIdea }, LEARNT)).toBe('stuckOnIdea');
    expect(isReady({ ...LEARNT, stuckIdea }, COURSE, NOW)).toBe(false);
  });

  it('is ready again a fortnight after an examination, having learnt since, and no marshal', () => {
    const examined = (days: number, rank: 'general' | 'marshal' = 'general'): PersonFacts => ({
      ...LEARNT,
      examinations: [{ rank, sure: 0.9, at: ago(days) }],
    });
    expect(isReady(examined(13.9), COURSE, NOW)).toBe(false);
    expect(isReady(examined(14), COURSE, NOW)).toBe(true);
    expect(isReady(examined(14, 'marshal'), COURSE, NOW)).toBe(false);
    expect(isReady({ ...examined(14), lastAt: ago(14) }, COURSE, NOW)).toBe(false);
  });

  it('is who stands at a border for a fortnight, and who has a new rank for a week', () => {
    const examined = (sure: number, days: number, before?: 'general'): Partial<PersonFacts> => ({
      examinations: [
        { rank: 'general', sure, at: ago(days) },
        ...(before === undefined ? [] : [{ rank: before, sure: 0.9, at: ago(30) }]),
      ],
    });
    expect(findNeed({ ...WELL, ...examined(0.59, 13.9) }, COURSE, NOW)).toMatchObject({
      why: 'atBorder',
      rank: 'general',
      sure: 0.59,
    });
    expect(whyOf(examined(0.59, 14))).toBeUndefined();
    expect(whyOf(examined(0.6, 6.9))).toBe('newRank');
    expect(whyOf(examined(0.6, 7))).toBeUndefined();
    expect(whyOf(examined(0.6, 1, 'general'))).toBeUndefined();
  });

  it('gets one sentence for each person, the most pressing', () => {
    const stuckIdea = { idea: 'push-pull', standing: 0.3, answers: 8 };
    const examinations = [{ rank: 'general' as const, sure: 0.5, at: ago(1) }];
    expect(whyOf({ stuckIdea, examinations, acts: [played('pond', 1, 3)] })).toBe('stuckOnAct');
    expect(whyOf({ stuckIdea, examinations, lastAt: ago(8) })).toBe('stalled');
    expect(whyOf({ stuckIdea, examinations })).toBe('stuckOnIdea');
    expect(whyOf({ examinations })).toBe('atBorder');
  });
});

describe('the list', () => {
  const crowd = (count: number, from: PersonFacts, name: string): PersonFacts[] =>
    Array.from({ length: count }, (_, i) => ({ ...from, id: `${name} ${i}`, name: `${name} ${i}` }));

  it('has the most pressing first, and within a kind those who wait longest', () => {
    const people = [
      { ...WELL, id: '1', lastAt: ago(8) },
      { ...WELL, id: '2', lastAt: ago(30) },
      { ...ABSENT, id: '3' },
      { ...WELL, id: '4', acts: [played('pond', 1, 3)] },
      { ...LEARNT, id: '5' },
      { ...WELL, id: '6' },
    ];
    expect(listNeeds(people, COURSE, NOW).map(({ person, why }) => [person.id, why])).toEqual([
      ['4', 'stuckOnAct'],
      ['3', 'neverStarted'],
      ['2', 'stalled'],
      ['1', 'stalled'],
      ['5', 'readyForExamination'],
    ]);
  });

  it('holds twelve, and hides no kind behind another', () => {
    const people = [
      ...crowd(30, ABSENT, 'absent'),
      ...crowd(30, { ...WELL, lastAt: ago(9) }, 'lost'),
      ...crowd(1, LEARNT, 'ready'),
    ];
    const whys = listNeeds(people, COURSE, NOW).map(({ why }) => why);
    expect(whys).toHaveLength(12);
    expect(whys.filter((why) => why === 'neverStarted')).toHaveLength(6);
    expect(whys.filter((why) => why === 'stalled')).toHaveLength(5);
    expect(whys.at(-1)).toBe('readyForExamination');
  });
});
