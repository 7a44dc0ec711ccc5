/**
 * Where the claims of each act stop: at every value that a workshop slider can take, a claim must hold, or the act's
 * document must say that it doesn't.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { valuesOf } from '../../src/kernel/content/act-file.ts';
import { listActs, loadAct, loadClaims, readActFile, ROOT } from '../../scripts/bots/content.ts';
import { judgeClaims } from '../../scripts/bots/judge-claims.ts';
import { describeLimits, readBlock, type Limits } from '../../scripts/bots/limits.ts';
import { BotPool } from '../../scripts/bots/pool.ts';

/** Seeds at each value of each slider, other ones than those that the table was made with. */
const SEEDS = 30;
const FRESH = 500_001;

const pool = new BotPool();
afterAll(() => pool.close());

describe.each(listActs())('the limits of %s', async (id) => {
  const { act } = await loadAct(id);
  const claims = await loadClaims(id);
  const file = readActFile(id);
  const limits = JSON.parse(readFileSync(join(ROOT, 'levels', id, 'limits.json'), 'utf8')) as Limits;
  const page = readFileSync(join(ROOT, 'docs/acts', `${id}.md`), 'utf8');

  it('were found with these rules and these parameters, at every value of every slider', () => {
    expect(limits.rules).toBe(act.version);
    expect(limits.parameters).toEqual(file.parameters);
    expect(limits.rows.map(({ parameter, value }) => `${parameter} ${value}`)).toEqual(
      file.workshop.flatMap((slider) => valuesOf(slider).map((value) => `${slider.parameter} ${value}`)),
    );
  });

  it('stand in the document as they stand in the data', () => {
    expect(readBlock(page, 'limits')).toBe(describeLimits(limits, claims, file.workshop));
  });

  it("say that each claim holds at the act's own value of each slider", () => {
    const own = limits.rows.filter(({ parameter, value }) => file.parameters[parameter] === value);
    expect(own).toHaveLength(file.workshop.length);
    for (const { holds } of own) expect(holds).toEqual(Object.fromEntries(claims.map((claim) => [claim.id, true])));
  });

  it(`are not contradicted by ${SEEDS} fresh seeds at any value`, async () => {
    const wrong: string[] = [];
    const check = async ({ parameter, value, holds }: Limits['rows'][number]): Promise<void> => {
      const parameters = { ...file.parameters, [parameter]: value };
      for (const { claim, finding } of await judgeClaims(pool, id, claims, parameters, SEEDS, FRESH)) {
        const { lower, upper, threshold } = finding;
        const told = holds[claim.id];
        const contradicted = told === true ? upper <= threshold : lower > threshold;
        if (told === undefined || contradicted)
          wrong.push(`${claim.id} at ${parameter} ${value}: ${lower} to ${upper}`);
      }
    };
    await Promise.all(limits.rows.map(check));
    expect(wrong).toEqual([]);
  });
});
