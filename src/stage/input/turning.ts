/**
 * Whoever ends a round with a key (an evening, a passage, a week) stands on the tool that ended it when the next one
 * begins, and one key more would end that too. Says when the focus should leave such a tool for the stage. Pure.
 */
import type { Control } from '../../kernel/act.ts';

export class Turning {
  #id: string | null = null;
  #wasUsable = false;
  #hasEnded = false;

  /**
   * Told of the tool that has the focus (null: none has) whenever the controls have been read. True once, when it could
   * be pressed, then could not, and now can be again.
   */
  hasTurned(tool: Pick<Control, 'id' | 'enabled'> | null): boolean {
    if (tool === null || tool.id !== this.#id) {
      this.#id = tool?.id ?? null;
      this.#wasUsable = tool?.enabled === true;
      this.#hasEnded = false;
      return false;
    }
    if (!tool.enabled) {
      this.#hasEnded ||= this.#wasUsable;
      return false;
    }
    this.#wasUsable = true;
    const turned = this.#hasEnded;
    this.#hasEnded = false;
    return turned;
  }
}
