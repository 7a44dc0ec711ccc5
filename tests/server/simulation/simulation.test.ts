import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { FOUND } from './fixtures.ts';
import { openGround, type SimulationGround } from './ground.ts';
import { sayStory, tellStory } from './story.ts';

const template = inject('template');
/** As many as fit into half a minute. More of them: `npm run simulate -- --seeds 10000`. */
const SEEDS = 100;
let ground: SimulationGround;

// The simulation has a database of its own; on PostgreSQL the suite tests the same routes with real time.
describe.skipIf(template.kind !== 'embedded')('devices and a server, when everything fails', () => {
  beforeAll(async () => {
    ground = await openGround(template.kind === 'embedded' ? template.dump : '');
  });
  afterAll(() => ground.close());

  it('the same seed tells the same story', async () => {
    const [first, second] = [await tellStory(ground, 7), await tellStory(ground, 7)];
    expect(second.hash).toBe(first.hash);
    expect(second.records).toBe(first.records);
    expect((await tellStory(ground, 8)).hash).not.toBe(first.hash);
  });

  it('a record that vanishes from the server does not go unnoticed', async () => {
    const story = await tellStory(ground, 7, () =>
      ground.session.query('delete from record where id = (select min(id) from record)', []).then(() => undefined),
    );
    expect(story.wrong.join('\n')).toMatch(/acknowledged and is not there/);
  });

  it('a record that is counted twice does not go unnoticed', async () => {
    const story = await tellStory(ground, 7, () =>
      ground.session.query('update player_item set answers = answers + 1', []).then(() => undefined),
    );
    expect(story.wrong).toEqual(['the sums differ from what counting anew gives']);
  });

  it.each(FOUND)('seed $seed: $what', async ({ seed }) => {
    const story = await tellStory(ground, seed);
    expect(story.wrong, sayStory(story)).toEqual([]);
  });

  it(
    `nothing is lost or counted twice, and every queue drains, in ${SEEDS} stories`,
    { timeout: 180_000 },
    async () => {
      let records = 0;
      for (let seed = 1001; seed <= 1000 + SEEDS; seed++) {
        const story = await tellStory(ground, seed);
        expect(story.wrong, sayStory(story)).toEqual([]);
        records += story.records;
      }
      expect(records).toBeGreaterThan(SEEDS * 10);
    },
  );
});
