import { describe, expect, it } from 'vitest';
import { pickAsked } from '../../src/app/debrief/asked-items.ts';
import { choice, ordering, several } from '../quiz/items.ts';

const bank = [choice, several, ordering];

describe('the items that an address asks for', () => {
  it('are laid in its order, whatever idea they are on', () => {
    expect(pickAsked(`?lang=ru&item=${ordering.id},${choice.id}`, bank)).toEqual([ordering, choice]);
    expect(pickAsked(`?item=${several.id}, ${choice.id}`, bank)).toEqual([several, choice]);
  });

  it('are none when it asks for none, or for one that there is not', () => {
    expect(pickAsked('', bank)).toEqual([]);
    expect(pickAsked('?item=', bank)).toEqual([]);
    expect(pickAsked('?item=no-such-item', bank)).toEqual([]);
    expect(pickAsked(`?item=no-such-item,${choice.id}`, bank)).toEqual([choice]);
  });
});
