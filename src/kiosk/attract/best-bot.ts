/** Which strategy shows an act at its most beautiful: the one that comes farthest on this very stage. Pure. */
import type { ActRules } from '../../kernel/act-rules.ts';
import { playBot } from '../../kernel/play-bot.ts';

/** The name of the bot. Plays every strategy once, some milliseconds each at a kiosk's length. */
export function chooseBot(
  { act, strategies }: Pick<ActRules, 'act' | 'strategies'>,
  parameters: unknown,
  seed: number,
): string {
  const scores = strategies.map(({ bot }) => ({ bot, score: playBot(act, parameters, seed, bot).score }));
  const best = scores.reduce<(typeof scores)[number] | null>(
    (found, each) => (found === null || each.score > found.score ? each : found),
    null,
  );
  if (best === null) throw new RangeError(`${act.id} has no strategies`);
  return best.bot;
}
