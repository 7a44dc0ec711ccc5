import { describe, expect, it } from 'vitest';
import { incomeOf, loweredBy, wallsOf } from '../../../src/acts/air-before-infantry/rules/ground.ts';
import { priceForce } from '../../../src/acts/air-before-infantry/rules/infantry.ts';
import type { CampaignState } from '../../../src/acts/air-before-infantry/rules/state.ts';
import { act, all, campaign, give, know, march, parameters, week } from './campaigns.ts';

const own = parameters();
/** Money for everything, and none that comes in of itself. */
const RICH = { purse: 1000, stipend: 0 };

function wallsAt(state: CampaignState, town: number): number {
  return wallsOf(state, town, state.full[town] as number);
}

describe('the air', () => {
  it('posters strike one town, and fade slowly', () => {
    const state = campaign({ ...RICH, word: 0 });
    week(state, { kind: 'posters', town: 2 });
    expect([...state.posters]).toEqual(
      Array.from({ length: 12 }, (_, town) =>
        town === 2 ? Math.floor(own.postersStrength * (1 - own.postersFade)) : 0,
      ),
    );
    expect(state.purse).toBe(1000 - own.postersPrice);
  });

  it('an exhibition strikes a town and its neighbours, fades faster, and cannot be held again at once', () => {
    const state = campaign(RICH);
    const happened = week(state, { kind: 'exhibition', town: 5 });
    const [show] = all(happened, 'air');
    const around = state.province.neighbours[5] as readonly number[];
    expect(show?.towns).toEqual([5, ...around]);
    expect(show?.by).toEqual([own.exhibitionStrength, ...around.map(() => own.exhibitionAround)]);
    expect(state.exhibition[5]).toBe(Math.floor(own.exhibitionStrength * (1 - own.exhibitionFade)));
    for (let i = 1; i < own.exhibitionEvery; i++) {
      expect(all(give(state, { kind: 'exhibition', town: 5 }), 'refused')[0]?.why).toBe('resting');
      march(state);
    }
    expect(all(give(state, { kind: 'exhibition', town: 5 }), 'ordered')).toHaveLength(1);
  });

  it('mail strikes one town, harder if its walls are known; recon of the same week comes too late for it', () => {
    for (const [isKnown, points] of [
      [true, own.mailStrength],
      [false, own.mailBlind],
    ] as const) {
      const state = campaign(RICH);
      if (isKnown) know(state, 4, 80);
      const happened = week(state, { kind: 'mail', town: 4 });
      expect(all(happened, 'air')[0]?.by).toEqual([points]);
    }
    const state = campaign(RICH);
    const happened = week(state, { kind: 'recon', town: 4 }, { kind: 'mail', town: 4 });
    expect(all(happened, 'air')[0]?.by).toEqual([own.mailBlind]);
    expect(all(week(state, { kind: 'mail', town: 4 }), 'air')[0]?.by).toEqual([own.mailStrength]);
  });

  it('a website builds up week by week over the whole province, stays while it is kept, and falls when it is not', () => {
    const state = campaign({ ...RICH, weeks: 12 });
    const levels: number[] = [];
    for (let i = 0; i < 8; i++) {
      week(state, { kind: 'website' });
      levels.push(state.website);
    }
    expect(levels).toEqual([5, 10, 15, 20, 25, 30, 30, 30]);
    for (let town = 0; town < 12; town++) expect(loweredBy(state, town)).toBe(30);
    expect(state.purse).toBe(1000 - 8 * Math.ceil(own.websitePrice * 12));
    march(state);
    expect(state.website).toBe(15);
  });

  it('grows back faster or not at all, as the slider says', () => {
    for (const [growBack, left] of [
      [0, own.mailStrength],
      [1, Math.floor(own.mailStrength * (1 - own.mailFade))],
      [4, Math.floor(own.mailStrength * (1 - 4 * own.mailFade))],
    ] as const) {
      const state = campaign({ ...RICH, growBack });
      know(state, 1, 90);
      const happened = week(state, { kind: 'mail', town: 1 });
      expect(state.mail[1]).toBe(left);
      const grown = all(happened, 'grow').flatMap(({ by }) => by);
      expect(grown).toEqual(left === own.mailStrength ? [] : [own.mailStrength - left]);
    }
  });
});

describe('recon', () => {
  it('shows the true walls, from then on', () => {
    const state = campaign();
    const [seen] = all(week(state, { kind: 'recon', town: 7 }), 'recon');
    expect(seen).toMatchObject({ town: 7, full: state.full[7], cost: own.reconPrice });
    expect([state.low[7], state.high[7]]).toEqual([state.full[7], state.full[7]]);
    expect(all(give(state, { kind: 'recon', town: 7 }), 'refused')[0]?.why).toBe('known');
  });
});

describe('the infantry', () => {
  it('costs the garrison, and more with the square of the walls', () => {
    const state = campaign({ steepness: 10 });
    state.province.garrison[0] = 20;
    const price = (walls: number): number => priceForce(state, 0, walls);
    expect([0, 10, 50, 100].map(price)).toEqual([20, 22, 70, 220]);
    for (let walls = 1; walls <= 100; walls++) expect(price(walls)).toBeGreaterThanOrEqual(price(walls - 1));
  });

  it('takes a town whose walls are known, at exactly that price, and holds it: it pays from the same week on', () => {
    const state = campaign(RICH);
    know(state, 3, 60);
    const price = priceForce(state, 3, 60);
    const happened = week(state, { kind: 'infantry', town: 3 });
    expect(all(happened, 'taken')).toMatchObject([{ town: 3, walls: 60, expected: 60, cost: price, blind: false }]);
    expect(state.held[3]).toBe(1);
    expect(state.purse).toBe(1000 - price + (state.province.worth[3] as number));
    for (let i = 0; i < 3; i++) march(state);
    expect(state.purse).toBe(1000 - price + 4 * (state.province.worth[3] as number));
    expect(all(give(state, { kind: 'infantry', town: 3 }), 'refused')[0]?.why).toBe('held');
  });

  it('falls before walls higher than it was sized for; the money is gone, and the fallen report the walls', () => {
    const state = campaign(RICH);
    const town = 3;
    state.full[town] = state.high[town] as number;
    const sized = (state.low[town] as number) + Math.ceil(own.caution * 2 * own.fog);
    const happened = week(state, { kind: 'infantry', town });
    const [fell] = all(happened, 'fell');
    expect(fell).toMatchObject({
      town,
      blind: true,
      expected: sized,
      walls: state.high[town],
      cost: priceForce(state, town, sized),
    });
    expect(state.purse).toBe(1000 - priceForce(state, town, sized));
    expect(state.held[town]).toBe(0);
    expect(state.low[town]).toBe(state.full[town]);
  });

  it('never falls behind a scout, and pays for the walls that the scout saw', () => {
    const state = campaign(RICH);
    state.full[3] = state.high[3] as number;
    const happened = week(state, { kind: 'infantry', town: 3 }, { kind: 'recon', town: 3 });
    expect(all(happened, 'taken')[0]?.cost).toBe(priceForce(state, 3, state.full[3] ?? NaN));
  });

  it('follows the air of its own week, whatever was ordered first', () => {
    const state = campaign(RICH);
    know(state, 3, 60);
    const happened = week(state, { kind: 'infantry', town: 3 }, { kind: 'posters', town: 3 });
    expect(all(happened, 'taken')[0]?.walls).toBe(60 - own.postersStrength);
    expect(happened.map(({ what }) => what)).toEqual(
      'ordered ordered march air taken income word weekOver week'.split(' '),
    );
  });

  it('is cheaper with sales tools, for as many weeks as they last', () => {
    const state = campaign({ ...RICH, steepness: 0 });
    for (let town = 0; town < 12; town++) know(state, town, 0);
    const costs: number[] = [];
    for (let i = 0; i < 4; i++) {
      const happened = week(state, { kind: 'infantry', town: i }, ...(i === 0 ? [{ kind: 'supply' } as const] : []));
      costs.push(all(happened, 'taken')[0]?.cost ?? 0);
    }
    const garrison = (town: number): number => state.province.garrison[town] as number;
    expect(costs).toEqual([0, 1, 2].map((town) => Math.ceil(garrison(town) * 0.7)).concat(garrison(3)));
  });
});

describe('word of mouth', () => {
  it('lowers the walls of the neighbours of a held town each week, and does not fade', () => {
    const state = campaign({ ...RICH, growBack: 4 });
    const town = 5;
    state.held[town] = 1;
    const around = state.province.neighbours[town] as readonly number[];
    const before = around.map((other) => wallsAt(state, other));
    for (let i = 0; i < 3; i++) march(state);
    expect(around.map((other) => wallsAt(state, other))).toEqual(before.map((walls) => walls - 3 * own.word));
  });
});

describe('headquarters', () => {
  it('send their money every week, whoever has lost everything', () => {
    const state = campaign({ purse: 0, stipend: 7 });
    const [income] = all(march(state), 'income');
    expect(income).toEqual({ what: 'income', coins: 0, stipend: 7, towns: [] });
    march(state);
    expect(state.purse).toBe(14);
  });
});

describe('the books', () => {
  it('are kept week by week: worth, money, ground, and what was spent on what', () => {
    const state = campaign({ ...RICH, weeks: 3 });
    know(state, 3, 20);
    week(state, { kind: 'infantry', town: 3 }, { kind: 'posters', town: 4 }, { kind: 'posters', town: 6 });
    const worth = state.province.worth[3] as number;
    expect(incomeOf(state)).toBe(worth);
    expect(state.ledgers.money).toEqual([state.purse]);
    expect(state.ledgers.ground).toEqual([worth]);
    expect(state.ledgers.worth).toEqual([state.purse + own.lookahead * worth]);
    expect(state.ledgers.spent.posters).toEqual([2 * own.postersPrice, 0]);
    const spent = Object.values(state.ledgers.spent).reduce((sum, weeks) => sum + (weeks[0] as number), 0);
    expect(1000 - spent + worth).toBe(state.purse);
  });
});

describe('the week', () => {
  it('takes no time to plan, and ends by itself only after a long while', () => {
    const state = campaign({ planSeconds: 5 });
    give(state, { kind: 'posters', town: 0 });
    expect(state.week).toBe(1);
    let happened: ReturnType<typeof march> = [];
    while (!state.isMarching) happened = act.step(state, []);
    expect(state.tick).toBe(5 * 20 + 1);
    expect(all(happened, 'march')[0]?.orders).toEqual([{ kind: 'posters', town: 0 }]);
  });

  it('plays out in the same number of ticks however much is ordered, in order', () => {
    for (const orders of [[], [{ kind: 'mail', town: 1 } as const, { kind: 'infantry', town: 1 } as const]]) {
      const state = campaign(RICH);
      give(state, ...orders);
      const from = state.tick;
      march(state);
      expect(state.tick - from).toBe(own.marchSeconds * 20);
    }
  });

  it('has all orders carried out, part by part, before walls grow back, at any pace', () => {
    for (const marchSeconds of [1, 2.2, 3.5, 5]) {
      const state = campaign({ ...RICH, purse: 5000, marchSeconds });
      for (let town = 0; town < 12; town++)
        give(
          state,
          { kind: 'infantry', town },
          { kind: 'recon', town },
          { kind: 'posters', town },
          { kind: 'mail', town },
        );
      const parts = march(state).map(({ what }) => (what === 'taken' || what === 'fell' ? 'infantry' : what));
      const runs = parts.filter((part, i) => part !== parts[i - 1]);
      expect(runs).toEqual('march air recon infantry income weekOver week'.split(' '));
    }
  });

  it('lets orders be taken back, one or all, until it plays out', () => {
    const state = campaign();
    give(state, { kind: 'posters', town: 0 }, { kind: 'mail', town: 1 }, { kind: 'recon', town: 2 });
    const before = state.purse;
    expect(all(stepWith(state, 'undo'), 'undone')).toEqual([{ what: 'undone', order: { kind: 'recon', town: 2 } }]);
    expect(all(stepWith(state, 'undoAll'), 'undone')).toHaveLength(2);
    expect(stepWith(state, 'undo')).toEqual([]);
    march(state);
    expect(state.purse).toBe(before + own.stipend);
  });
});

function stepWith(state: CampaignState, does: 'undo' | 'undoAll'): ReturnType<typeof march> {
  return act.step(state, [{ do: does }]);
}
