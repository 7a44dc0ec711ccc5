import type { Act } from '../../kernel/act.ts';
import { makeBot } from '../../kernel/play-bot.ts';
import { startRun } from '../../kernel/run.ts';
import { Session } from '../../kernel/session.ts';

/** A session that a strategy plays: before every tick it is asked what it does. It plays as `playBot` would. */
export class ShownSession extends Session {
  readonly #bot: ReturnType<typeof makeBot>;

  constructor(act: Act, parameters: unknown, seed: number, bot: string) {
    super(startRun(act, parameters, seed));
    this.#bot = makeBot(act, bot, seed);
  }

  override tick(): void {
    for (const intent of this.#bot.decide(this.run.state)) this.ask(intent);
    super.tick();
  }
}
