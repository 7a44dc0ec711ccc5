import { describe, expect, it } from 'vitest';
import type { CampaignHappening } from '../../../src/acts/air-before-infantry/rules/happenings.ts';
import { act } from '../../../src/acts/air-before-infantry/rules/index.ts';
import { viewOf } from '../../../src/acts/air-before-infantry/rules/view.ts';
import { tellCampaign } from '../../../src/acts/air-before-infantry/stage/telling.ts';
import { voice } from '../../../src/acts/air-before-infantry/stage/voice.ts';
import { campaign, give } from '../../acts/air-before-infantry/campaigns.ts';

const keys = (happened: readonly CampaignHappening[]): readonly string[] =>
  tellCampaign(happened, viewOf(campaign())).map(({ text }) => text.key);

const strike = (town: number): CampaignHappening => ({
  what: 'air',
  arm: 'posters',
  town,
  towns: [town],
  by: [14],
  cost: 5,
});

describe('a week told', () => {
  it('comes in the order in which it happens', () => {
    const state = campaign({ purse: 400 });
    give(state, { kind: 'posters', town: 2 }, { kind: 'recon', town: 2 }, { kind: 'infantry', town: 2 });
    const happened: CampaignHappening[] = [...act.step(state, [{ do: 'march' }])];
    while (state.isMarching) happened.push(...act.step(state, []));
    const told = tellCampaign(happened, viewOf(state)).map(({ text }) => text.key.replace('happenings.', ''));
    const wanted = ['march', 'air.posters', 'recon', 'taken', 'grow', 'income', 'word', 'weekOver'];
    expect(told.filter((key) => wanted.includes(key))).toEqual(wanted.filter((key) => told.includes(key)));
    for (const key of ['march', 'air.posters', 'recon', 'taken', 'income', 'weekOver']) expect(told).toContain(key);
  });

  it('names the town of every order, and sums up many strikes of one arm', () => {
    expect(keys([strike(1), strike(2)])).toEqual(['happenings.air.posters', 'happenings.air.posters']);
    const [many] = tellCampaign([strike(1), strike(2), strike(3)], viewOf(campaign()));
    expect(many?.text).toEqual({ key: 'happenings.airMany', values: { arm: 'posters', count: 3 } });
  });

  it('says of several choices only the last, and of the end only the end', () => {
    expect(
      tellCampaign(
        [
          { what: 'choose', town: 1 },
          { what: 'choose', town: 4 },
        ],
        viewOf(campaign()),
      ).map(({ text }) => text.values?.['n']),
    ).toEqual([5]);
    const over = tellCampaign(
      [
        { what: 'weekOver', week: 10, purse: 5, held: 3, worth: 80 },
        { what: 'over', worth: 80, purse: 5, held: 3 },
      ],
      viewOf(campaign()),
    );
    expect(over).toEqual([
      { text: { key: 'happenings.over', values: { worth: 80, purse: 5, held: 3 } }, urgent: true },
    ]);
  });

  it('says what is left when an order is given and taken back', () => {
    const state = campaign();
    const before = state.purse;
    const given = act.step(state, [{ do: 'order', order: { kind: 'mail', town: 3 } }]);
    expect(voice.tell(given, state)[0]?.text).toEqual({
      key: 'happenings.ordered',
      values: { kind: 'mail', n: 4, left: before - 9 },
    });
    const undone = act.step(state, [{ do: 'undo' }]);
    expect(voice.tell(undone, state)[0]?.text).toMatchObject({ key: 'happenings.undoneAll', values: { left: before } });
  });

  it('tells each hint once, on the province that teaches', () => {
    const state = campaign({ province: 1 });
    const first = voice.tell(act.step(state, []), state).map(({ text }) => text.key);
    expect(first.some((key) => key.startsWith('hints.'))).toBe(true);
    const again = voice.tell([{ what: 'choose', town: 1 }], state).map(({ text }) => text.key);
    expect(again).toEqual(['happenings.choose']);
  });
});

describe('captions', () => {
  it('stand for what is heard, and leave out what is only seen', () => {
    expect(voice.caption(strike(1))?.key).toBe('captions.air.posters');
    expect(voice.caption({ what: 'grow', towns: [1], by: [3] })).toEqual({ key: 'captions.grow', ambient: true });
    expect(voice.caption({ what: 'choose', town: 1 })).toBeNull();
  });
});
