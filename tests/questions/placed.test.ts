import { array, assert, boolean, constantFrom, pre, property, record } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { cardsAt, findCard, layOut, putCard, type Placed } from '../../src/app/questions/placed.ts';

const CARDS = ['grain', 'glue', 'net', 'boat'];
const PLACES = ['pond', 'shed', 'road'];

const moves = array(record({ card: constantFrom(...CARDS), place: constantFrom<string | null>(...PLACES, null) }));

function play(turns: readonly { readonly card: string; readonly place: string | null }[], oneEach: boolean): Placed {
  return turns.reduce((placed, { card, place }) => putCard(placed, card, place, oneEach), layOut(CARDS));
}

describe('cards and places', () => {
  test('every card lies somewhere, whatever is done', () => {
    assert(
      property(moves, boolean(), (turns, oneEach) => {
        const placed = play(turns, oneEach);
        const lying = [null, ...PLACES].flatMap((place) => cardsAt(placed, CARDS, place));
        expect(lying.toSorted()).toEqual(CARDS.toSorted());
      }),
    );
  });

  test('the card that was moved last lies where it was put', () => {
    assert(
      property(moves, boolean(), (turns, oneEach) => {
        const last = turns.at(-1);
        pre(last !== undefined);
        expect(play(turns, oneEach)[last.card]).toBe(last.place);
      }),
    );
  });

  test('a place for one card never holds two', () => {
    assert(
      property(moves, (turns) => {
        const placed = play(turns, true);
        for (const place of PLACES) expect(cardsAt(placed, CARDS, place).length).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('two cards change places when one is put on the other', () => {
    const before = putCard(putCard(layOut(CARDS), 'grain', 'pond', true), 'glue', 'shed', true);
    const after = putCard(before, 'glue', 'pond', true);
    expect(after['glue']).toBe('pond');
    expect(after['grain']).toBe('shed');
    expect(findCard(after, 'road')).toBeUndefined();
  });
});
