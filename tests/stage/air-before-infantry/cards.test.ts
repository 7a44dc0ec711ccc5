import { describe, expect, it } from 'vitest';
import texts from '../../../levels/air-before-infantry/en.json';
import type { TextRef } from '../../../src/kernel/act.ts';
import { act } from '../../../src/acts/air-before-infantry/rules/index.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { beckoning, hintTold } from '../../../src/acts/air-before-infantry/stage/hinting.ts';
import { cardOf, headPanel } from '../../../src/acts/air-before-infantry/stage/order-cards.ts';
import { campaign, give, know, march } from '../../acts/air-before-infantry/campaigns.ts';

function card(state: CampaignState, kind: string) {
  const control = act.controls(state).find(({ id }) => id === `order-${kind}`);
  if (control === undefined) throw new Error(`no order ${kind}`);
  return cardOf(control);
}

/** The English text of a key, whichever plural form. */
function textOf({ key }: TextRef): string | undefined {
  let at: unknown = texts;
  const path = key.split('.');
  for (const [i, part] of path.entries()) {
    const names = at as Record<string, unknown>;
    at = names[part] ?? (i === path.length - 1 ? names[`${part}_other`] : undefined);
    if (at === undefined) return undefined;
  }
  return typeof at === 'string' ? at : undefined;
}

/** Names of placeholders that nobody fills. */
function unfilled(ref: TextRef): readonly string[] {
  const names = [...(textOf(ref) ?? `no text ${ref.key}`).matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '');
  return names.filter((name) => !Object.hasOwn(ref.values ?? {}, name));
}

describe('the cards of orders', () => {
  it('say walls before and after, next week, and the price', () => {
    const state = campaign({ word: 0 });
    know(state, 0, 70);
    expect(card(state, 'mail')).toMatchObject({
      name: { key: 'orders.mail.name' },
      price: { key: 'orders.price', values: { cost: 9 } },
      detail: { key: 'details.air', values: { before: 70, after: 40, next: 45 } },
    });
    act.step(state, [{ do: 'choose', town: 1 }]);
    expect(card(state, 'posters')?.detail?.key).toBe('details.airUnseen');
    expect(card(state, 'exhibition')?.detail?.key).toBe('details.fairUnseen');
  });

  it('say of infantry whether the town will fall', () => {
    const state = campaign({ purse: 2000 });
    expect(card(state, 'infantry')).toMatchObject({ omen: 'open', detail: { key: 'details.mayTake' } });
    give(state, { kind: 'recon', town: 0 });
    expect(card(state, 'infantry')).toMatchObject({
      omen: 'sure',
      price: { key: 'orders.priceSpan' },
      detail: { key: 'details.takesBehindScout' },
    });
    know(state, 0, 70);
    act.step(state, [{ do: 'undoAll' }]);
    expect(card(state, 'infantry')).toMatchObject({ omen: 'sure', detail: { key: 'details.takes' } });
    expect(card(state, 'infantry')?.detail?.values?.['income']).toBe(state.province.worth[0]);
  });

  it('say what is in the way, and stamp what is ordered', () => {
    const state = campaign({ purse: 6 });
    expect(card(state, 'exhibition')).toMatchObject({
      price: { key: 'orders.price' },
      detail: { key: 'details.fairUnseen' },
      lack: { key: 'details.refused.purse', values: { left: 6 } },
    });
    expect(card(state, 'recon')?.lack).toBeUndefined();
    give(state, { kind: 'posters', town: 0 });
    expect(card(state, 'posters')).toMatchObject({ isGiven: true, detail: { key: 'details.refused.twice' } });
    march(state);
    expect(act.controls(state).filter((control) => cardOf(control) !== null)).toHaveLength(7);
  });

  it('show of what is too dear the very effect that it has in a larger purse', () => {
    const [poor, rich] = [campaign({ purse: 1 }, 5), campaign({ purse: 900 }, 5)];
    for (const state of [poor, rich]) know(state, 0, 70);
    for (const kind of ['recon', 'posters', 'exhibition', 'mail', 'infantry', 'website', 'supply']) {
      const [dear, can] = [card(poor, kind), card(rich, kind)];
      if (kind === 'recon') continue;
      expect(dear?.lack, kind).toMatchObject({ key: 'details.refused.purse', values: { left: 1 } });
      expect(dear?.price?.values?.['cost'], kind).toBe(can?.price?.values?.['cost']);
      expect(dear?.detail?.key, kind).toBe(can?.detail?.key);
      expect(dear?.detail?.values, kind).toMatchObject(can?.detail?.values ?? {});
      expect(dear?.omen, kind).toBe(can?.omen);
      expect(can?.lack, kind).toBeUndefined();
    }
  });

  it('have every text, with every number in it, in every state of some campaigns', () => {
    const missing = new Set<string>();
    const check = (ref: TextRef | undefined): void => {
      if (ref !== undefined) for (const name of unfilled(ref)) missing.add(`${ref.key}: ${name}`);
    };
    const read = (state: CampaignState): void => {
      for (let town = 0; town < state.province.towns; town++) {
        act.step(state, [{ do: 'choose', town }]);
        const head = headPanel(state);
        for (const ref of [
          head.title,
          ...head.facts,
          head.note,
          head.plan?.title,
          ...(head.plan?.lines ?? []),
          head.plan?.sum,
        ])
          check(ref);
        for (const control of act.controls(state)) {
          const face = cardOf(control);
          for (const ref of [face?.name, face?.price, face?.detail, face?.lack]) check(ref);
          check(control.text);
        }
      }
    };
    for (const [province, seed] of [
      [0, 1],
      [1, 2],
    ] as const) {
      const state = campaign({ province, purse: 220 }, seed);
      while (!state.isOver) {
        read(state);
        for (let town = seed % 2; town < state.province.towns; town += 2)
          give(state, { kind: 'recon', town }, { kind: 'exhibition', town }, { kind: 'infantry', town });
        give(state, { kind: 'supply' }, { kind: 'website' });
        read(state);
        march(state);
      }
    }
    expect([...missing]).toEqual([]);
  });
});

describe('the head of the panel', () => {
  it('names the town, its walls now and after what is planned, and its neighbours', () => {
    const state = campaign();
    know(state, 3, 70);
    act.step(state, [{ do: 'choose', town: 3 }]);
    expect(headPanel(state)).toMatchObject({ id: 'town-3', title: { key: 'towns.name', values: { n: 4 } } });
    expect(headPanel(state).facts[0]).toMatchObject({ key: 'facts.known', values: { walls: 70 } });
    give(state, { kind: 'posters', town: 3 });
    expect(headPanel(state).facts[0]).toMatchObject({ key: 'facts.planned', values: { walls: 70, after: 56 } });
    const beside = headPanel(state).facts.find(({ key }) => key === 'facts.neighbours');
    expect(beside?.values?.['around']).toBe(state.province.neighbours[3]?.length);
  });

  it('says what the week will come to, exactly when it can be known', () => {
    const state = campaign({ purse: 300, word: 0 });
    const { stipend } = state.parameters;
    expect(headPanel(state).plan?.sum).toMatchObject({ key: 'plan.after', values: { purse: 300 + stipend } });
    give(state, { kind: 'recon', town: 2 }, { kind: 'infantry', town: 2 });
    expect(headPanel(state).plan?.sum.key).toBe('plan.afterSpan');
    know(state, 2, 40);
    const plan = headPanel(state).plan;
    expect(plan?.lines).toHaveLength(2);
    march(state);
    expect(plan?.sum).toMatchObject({ key: 'plan.after', values: { purse: state.purse } });
  });

  it('never shows walls that nobody has seen', () => {
    const state = campaign({}, 9);
    const [walls] = headPanel(state).facts;
    expect(walls).toMatchObject({ key: 'facts.unknown', values: { low: state.low[0], high: state.high[0] } });
    expect(Object.values(walls?.values ?? {})).not.toContain(state.full[0]);
  });

  it('offers steps from town to town where they are too crowded for a thumb, round the whole list', () => {
    expect(headPanel(campaign()).steps).toBeUndefined();
    const state = campaign({ towns: 40, purse: 300 });
    expect(headPanel(state).steps).toEqual({ before: 'town-39', after: 'town-1' });
    act.step(state, [{ do: 'choose', town: 39 }]);
    expect(headPanel(state).steps).toEqual({ before: 'town-38', after: 'town-0' });
    const ids = new Set(act.controls(state).map(({ id }) => id));
    for (const id of Object.values(headPanel(state).steps ?? {})) expect(ids.has(id)).toBe(true);
  });

  it('says of which town the storyteller speaks when it is not the chosen one', () => {
    const state = campaign({ province: 1, weeks: 7 });
    act.step(state, [{ do: 'choose', town: 0 }]);
    expect(headPanel(state).note).toMatchObject({ key: 'hints.elsewhere', values: { n: 4, say: 'look' } });
    expect(beckoning(viewOf(state))).toBe(3);
    act.step(state, [{ do: 'choose', town: 3 }]);
    expect(headPanel(state).note).toMatchObject({ key: 'hints.look', values: { n: 4 } });
    expect(hintTold(viewOf(state))).toMatchObject({ key: 'hints.told', values: { n: 4, say: 'look' } });
    expect(beckoning(viewOf(state))).toBeNull();
  });

  it('has a name for every town of the largest province that is shown', () => {
    for (let n = 1; n <= 40; n++) expect(Object.hasOwn(texts.towns.names, String(n))).toBe(true);
    expect(new Set(Object.values(texts.towns.names)).size).toBe(40);
  });
});
