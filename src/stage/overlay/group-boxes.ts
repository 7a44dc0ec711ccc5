/** The elements that hold the buttons of one group each, and are named for screen readers. */
import type { TextRef } from '../../kernel/act.ts';
import type { ActStageModule } from '../act-stage.ts';

export class GroupBoxes {
  readonly #module: ActStageModule;
  readonly #text: (ref: TextRef) => string;
  readonly #isInPanel: (group: string) => boolean;
  readonly #boxes = new Map<string, HTMLElement>();

  constructor(module: ActStageModule, text: (ref: TextRef) => string, isInPanel: (group: string) => boolean) {
    this.#module = module;
    this.#text = text;
    this.#isInPanel = isInPanel;
  }

  /** Every box there is, with the name of its group. */
  all(): Iterable<readonly [string, HTMLElement]> {
    return this.#boxes;
  }

  /** The box of a group, if it has been made. */
  find(group: string): HTMLElement | undefined {
    return this.#boxes.get(group);
  }

  /** The box of a group, made when there is none yet. */
  give(group: string): HTMLElement {
    const made = this.#boxes.get(group);
    if (made) return made;
    const box = document.createElement('div');
    const isBar = this.#module.toolbarGroups.includes(group);
    box.className = isBar ? 'theatre-tools' : this.#isInPanel(group) ? 'theatre-orders' : 'theatre-spots';
    box.setAttribute('role', isBar ? 'toolbar' : 'group');
    this.#boxes.set(group, box);
    this.#name(group, box);
    return box;
  }

  /** Takes the boxes of groups that are gone out of the page. */
  keepOnly(groups: readonly { readonly group: string }[]): void {
    for (const [name, box] of this.#boxes) if (!groups.some(({ group }) => group === name)) box.remove();
  }

  rename(): void {
    for (const [group, box] of this.#boxes) this.#name(group, box);
  }

  #name(group: string, box: HTMLElement): void {
    const name = this.#module.groupNames[group];
    if (name) box.setAttribute('aria-label', this.#text(name));
  }
}
