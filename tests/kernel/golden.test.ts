import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseReplay, verifyReplay } from '../../src/kernel/replay.ts';
import { listActs, loadAct, readActFile, ROOT } from '../../scripts/bots/content.ts';

/** The browser test verifies the same files in Chromium. */
describe.each(listActs())('golden replays of %s', (id) => {
  const folder = join(ROOT, 'tests/golden', id);
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));

  it('are several, and one of them wild', () => {
    expect(names.length).toBeGreaterThanOrEqual(6);
    expect(names).toContain('wild.json');
  });

  it('are there for every bot, and for every way in which the act can be played: else `npm run golden`', async () => {
    const { act } = await loadAct(id);
    const { ways, first } = readActFile(id);
    const played = (ways?.slice(1) ?? []).flatMap((way) => [`wild-${way.id}`, `best-${way.id}`]);
    const wanted = ['kiosk', 'highest', 'lowest', ...Object.keys(act.bots), ...played];
    if (first !== undefined) wanted.push('first');
    expect(names).toEqual(expect.arrayContaining(wanted.map((name) => `${name}.json`)));
  });

  it.each(names)('%s gives the same hashes and the same outcome', async (name) => {
    const { act } = await loadAct(id);
    const replay = parseReplay(JSON.parse(readFileSync(join(folder, name), 'utf8')), act);
    expect(replay.hashes.length, 'fingerprints: a run this short proves little').toBeGreaterThan(5);
    expect(verifyReplay(act, replay)).toEqual({
      ok: true,
      isOver: true,
      outcome: replay.outcome,
      hash: replay.hashes.at(-1),
    });
  });
});
