/** The hand-made province teaches: somebody who only does what its hints say comes out ahead, and sees every step of the lesson. */
import { describe, expect, it } from 'vitest';
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
    case 'hints.fading':
      return [
        { kind: 'exhibition', town },
        { kind: 'mail', town },
        { kind: 'posters', town },
      ];
    case 'hints.follow':
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

  it('warn of what grows back', () => {
    const state = campaign(first);
    week(state, { kind: 'exhibition', town: 3 });
    expect(hintOf(viewOf(state))?.key).toBe('hints.fading');
  });

  it('bring whoever only follows them out ahead', () => {
    const { score, untouched, keys } = obey();
    expect(score).toBeGreaterThan(1.25 * untouched);
    expect([...keys]).toEqual(expect.arrayContaining(['hints.look', 'hints.moreAir', 'hints.follow', 'hints.march']));
  });

  it('are silent on the march, and in every other province', () => {
    const state = campaign(first);
    const silenced: CampaignIntent = { do: 'march' };
    act.step(state, [silenced]);
    expect(hintOf(viewOf(state))).toBeNull();
    expect(hintOf(viewOf(campaign()))).toBeNull();
  });
});
