/** The hand-made province teaches: somebody who only does what its hints say comes out ahead, and sees every step of the lesson. */
import { describe, expect, it } from 'vitest';
import { foreseeWeek, spanAt } from '../../../src/acts/air-before-infantry/rules/foresight.ts';
import { hintOf } from '../../../src/acts/air-before-infantry/rules/hints.ts';
import type { CampaignIntent, Order } from '../../../src/acts/air-before-infantry/rules/intents.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { act, all, campaign, first, give, march, week } from './campaigns.ts';

/** What a hint may mean, the likeliest first; the first that can be ordered is. */
function readHint(key: string, town: number): readonly Order[] {
  switch (key) {
    case 'hints.look':
    case 'hints.scoutFirst':
      return [{ kind: 'recon', town }];
    case 'hints.air':
    case 'hints.moreAir':
    case 'hints.moreAirUnseen':
    case 'hints.fading':
      return [
        { kind: 'exhibition', town },
        { kind: 'mail', town },
        { kind: 'posters', town },
      ];
    case 'hints.follow':
    case 'hints.followUnseen':
      return [{ kind: 'infantry', town }];
    default:
      return [];
  }
}

function obey(): { readonly score: number; readonly untouched: number; readonly keys: ReadonlySet<string> } {
  const state = campaign(first);
  const keys = new Set<string>();
  while (!state.isOver) {
    const hint = hintOf(viewOf(state));
    if (hint !== null) keys.add(hint.key);
    const town = Number(hint?.values?.['n'] ?? 1) - 1;
    const wanted = hint === null ? [] : readHint(hint.key, town);
    if (!wanted.some((order) => all(give(state, order), 'ordered').length > 0)) march(state);
  }
  return { ...act.outcome(state), keys };
}

describe('the hints of the hand-made province', () => {
  it('lead through looking, striking and following', () => {
    const state = campaign(first);
    const hint = (): string | undefined => hintOf(viewOf(state))?.key;
    expect(hint()).toBe('hints.look');
    week(state, { kind: 'recon', town: 3 });
    expect(hint()).toBe('hints.air');
    give(state, { kind: 'mail', town: 3 });
    expect(hint()).toBe('hints.moreAir');
    give(state, { kind: 'posters', town: 3 });
    expect(hint()).toBe('hints.follow');
    give(state, { kind: 'infantry', town: 3 });
    expect(hint()).toBe('hints.march');
    march(state);
    expect(state.held[3]).toBe(1);
  });

  it('speak of the chosen town wherever the same is true of it', () => {
    const state = campaign(first);
    const said = (): unknown => hintOf(viewOf(state))?.values?.['n'];
    week(state, { kind: 'exhibition', town: 3 });
    const struck = [0, 1, 2, 3, 4, 5, 6].filter((town) => (state.exhibition[town] as number) > 0);
    expect(struck.length).toBeGreaterThan(2);
    for (const town of struck) {
      act.step(state, [{ do: 'choose', town }]);
      expect(hintOf(viewOf(state))?.key).toBe('hints.fading');
      expect(said()).toBe(town + 1);
      give(state, { kind: 'posters', town });
      expect(said()).toBe(town + 1);
      act.step(state, [{ do: 'undoAll' }]);
    }
  });

  it('say both ends of what nobody has seen, and one number of what a scout has', () => {
    const state = campaign(first);
    const town = 3;
    act.step(state, [{ do: 'choose', town }]);
    give(state, { kind: 'mail', town });
    const unseen = hintOf(viewOf(state));
    const planned = foreseeWeek(viewOf(state), viewOf(state).orders);
    const { least, most } = spanAt(planned, 'walls', town);
    expect(least).toBeLessThan(most);
    expect(unseen).toEqual({ key: 'hints.moreAirUnseen', values: { n: town + 1, low: least, high: most } });
    week(state, { kind: 'recon', town });
    give(state, { kind: 'posters', town });
    expect(hintOf(viewOf(state))).toMatchObject({ values: { walls: expect.any(Number) as number } });
  });

  it('warn of what grows back', () => {
    const state = campaign(first);
    week(state, { kind: 'exhibition', town: 3 });
    expect(hintOf(viewOf(state))?.key).toBe('hints.fading');
  });

  it('bring whoever only follows them out ahead', () => {
    const { score, untouched, keys } = obey();
    expect(score).toBeGreaterThan(1.25 * untouched);
    expect([...keys]).toEqual(
      expect.arrayContaining(['hints.look', 'hints.moreAirUnseen', 'hints.follow', 'hints.march']),
    );
  });

  it('are silent on the march, and in every other province', () => {
    const state = campaign(first);
    const silenced: CampaignIntent = { do: 'march' };
    act.step(state, [silenced]);
    expect(hintOf(viewOf(state))).toBeNull();
    expect(hintOf(viewOf(campaign()))).toBeNull();
  });
});
