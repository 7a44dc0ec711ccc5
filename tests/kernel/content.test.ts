import { describe, expect, it } from 'vitest';
import { BadInput } from '../../src/kernel/act.ts';
import { parseActFile, parseCampaignFile, valuesOf } from '../../src/kernel/content/act-file.ts';
import { listActs, loadAct, loadClaims, readActFile } from '../../scripts/bots/content.ts';
import campaign from '../../levels/campaign.json';

const good = {
  id: 'an-act',
  ideas: ['an-idea'],
  parameters: { one: 1, two: 0.3 },
  kiosk: { one: 2 },
  workshop: [{ parameter: 'two', from: 0, to: 1, step: 0.1 }],
  bets: ['yes', 'no'],
};

function refusal(change: Readonly<Record<string, unknown>>): string {
  try {
    parseActFile('levels/an-act/act.json', { ...good, ...change });
  } catch (error) {
    if (error instanceof BadInput) return error.message;
    throw error;
  }
  return 'was not refused';
}

describe("an act's file", () => {
  it('is read when it is right', () => {
    expect(parseActFile('f', good)).toEqual(good);
  });

  it('is refused with file, path and reason', () => {
    expect(refusal({ bets: ['one'] })).toMatch(/^levels\/an-act\/act.json: bets: /);
    expect(refusal({ extra: 1 })).toMatch(/^levels\/an-act\/act.json: extra: /);
    expect(refusal({ parameters: { one: 'x' } })).toMatch(
      /: parameters\.one: must be a number, without quotation marks, and is "x"$/,
    );
    expect(refusal({ kiosk: { three: 1 } })).toMatch(/: kiosk\.three: is not among the parameters$/);
    expect(refusal({ workshop: [{ parameter: 'three', from: 0, to: 1, step: 1 }] })).toMatch(/three is not among/);
    expect(refusal({ workshop: [{ parameter: 'two', from: 0, to: 1, step: 0.25 }] })).toMatch(
      /: workshop\.0: the act's own value 0\.3 of two is off the slider, which goes from 0 to 1 in steps of 0\.25$/,
    );
    expect(refusal({ workshop: [{ parameter: 'two', from: 1, to: 0, step: 0.1 }] })).toMatch(/from must be below to/);
    expect(refusal({ workshop: [{ parameter: 'two', from: 0, to: 1, step: 0 }] })).toMatch(/: workshop\.0\.step: /);
    expect(() => parseActFile('f', null)).toThrow('f: (whole file): ');
  });

  it('may have ways to play, each known and named once, the usual one first', () => {
    const usual = { id: 'alone', parameters: {} };
    const two = { id: 'two', parameters: { two: 0.5 } };
    const whole = { ...good, ways: [usual, two], first: { one: 2 } };
    expect(parseActFile('f', whole)).toEqual(whole);
    expect(refusal({ ways: [] })).toMatch(/: ways: /);
    expect(refusal({ ways: [usual, { id: 'Two Of Us', parameters: {} }] })).toMatch(/: ways\.1\.id: /);
    expect(refusal({ ways: [usual, { ...two, hands: 2 }] })).toMatch(/: ways\.1\.hands: /);
    expect(refusal({ ways: [usual, two, two] })).toMatch(/: ways\.2\.id: two is there already$/);
    expect(refusal({ ways: [usual, { id: 'ear', parameters: { ear: 1 } }] })).toMatch(
      /: ways\.1\.parameters\.ear: is not among the parameters$/,
    );
    expect(refusal({ ways: [two, usual] })).toMatch(/: ways\.0\.parameters: must be empty/);
    expect(refusal({ first: { road: 1 } })).toMatch(/: first\.road: is not among the parameters$/);
  });

  it('gives every value of a slider, without the dust of binary fractions', () => {
    expect(valuesOf({ from: 0, to: 0.5, step: 0.1 })).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(valuesOf({ from: 20, to: 90, step: 20 })).toEqual([20, 40, 60, 80]);
  });
});

describe('the campaign', () => {
  it('lists every act that has rules, once', () => {
    const { acts } = parseCampaignFile('levels/campaign.json', campaign);
    expect(new Set(acts).size).toBe(acts.length);
    expect(acts).toEqual(expect.arrayContaining([...listActs()]));
    expect(() => parseCampaignFile('c', { acts: ['Not An Id'] })).toThrow('c: acts.0: ');
  });

  it.each(listActs())('%s: its file fits its rules, in the act, in the kiosk and in every way to play', async (id) => {
    const { act, betStrategies, strategies } = await loadAct(id);
    const file = readActFile(id);
    expect(file.id).toBe(id);
    expect(act.id).toBe(id);
    const ways = (file.ways ?? []).map(({ parameters }) => parameters);
    for (const changes of [{}, file.kiosk, file.first ?? {}, ...ways])
      act.parseParameters({ ...file.parameters, ...changes });
    for (const { parameter, from, to } of file.workshop)
      for (const value of [from, to]) act.parseParameters({ ...file.parameters, [parameter]: value });
    const bots = Object.keys(act.bots);
    const claims = await loadClaims(id);
    expect(bots).toEqual(expect.arrayContaining([...betStrategies, ...strategies.map(({ bot }) => bot)]));
    expect(bots).toEqual(expect.arrayContaining(claims.flatMap((claim) => claim.bots)));
  });
});
