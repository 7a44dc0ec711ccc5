import type { Act } from '../../kernel/act.ts';
import type { Replay } from '../../kernel/replay.ts';
import { startRun } from '../../kernel/run.ts';
import { Session } from '../../kernel/session.ts';

/** A session that a record plays: every intent at the tick at which it was asked for. It ends with the record. */
export class RecordedSession extends Session {
  readonly #replay: Replay;
  #next = 0;
  #done = false;

  constructor(act: Act, replay: Replay) {
    super(startRun(act, replay.parameters, replay.seed));
    this.#replay = replay;
  }

  /** Over when the act is, or when the record has no more ticks. */
  override get isOver(): boolean {
    return this.#done || super.isOver;
  }

  override tick(): void {
    const { act, state } = this.run;
    const now = act.tick(state);
    const { intents, ticks } = this.#replay;
    for (let pair = intents[this.#next]; pair !== undefined && pair[0] <= now; pair = intents[this.#next]) {
      this.#next += 1;
      this.ask(pair[1]);
    }
    super.tick();
    this.#done = act.tick(state) >= ticks;
  }
}
