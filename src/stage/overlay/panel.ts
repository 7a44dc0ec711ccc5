/**
 * The panel of orders: a sheet of paper beside the stage, or under it, that names what it is about and holds the groups
 * of buttons that belong there. Upright it can be folded down to its heading.
 */
import type { TextRef } from '../../kernel/act.ts';
import type { PanelHead } from '../act-stage.ts';
import type { StageLayout } from '../layout/stage-layout.ts';

export class Panel {
  readonly element: HTMLElement;
  /** Where the groups of buttons stand. */
  readonly groups: HTMLElement;
  isFolded = false;
  readonly #title: HTMLElement;
  readonly #fold: HTMLButtonElement;
  readonly #facts: HTMLElement;
  readonly #note: HTMLElement;
  /** All but the heading; it scrolls when that needs more room than there is. */
  readonly #list: HTMLElement;
  readonly #plan: HTMLElement;
  readonly #steps: readonly HTMLButtonElement[];
  readonly #folded: () => void;
  #text: (ref: TextRef) => string;
  #head: PanelHead | null = null;
  #written = '';

  /** `folded` is told when the panel has been folded or opened, and needs another room; `press` which control is meant. */
  constructor(text: (ref: TextRef) => string, folded: () => void, press: (id: string) => void) {
    this.#text = text;
    this.#folded = folded;
    this.element = make('section', 'theatre-panel');
    const heading = make('h2', 'theatre-panel-title');
    this.#title = make('span', 'theatre-panel-name');
    this.#fold = document.createElement('button');
    this.#fold.type = 'button';
    this.#fold.className = 'theatre-panel-fold';
    this.#fold.addEventListener('click', () => this.fold(!this.isFolded));
    this.#steps = (['before', 'after'] as const).map((side) => makeStep(side, (id) => press(id)));
    heading.append(this.#fold, this.#title, ...this.#steps);
    this.#facts = make('p', 'theatre-panel-facts');
    this.#note = make('p', 'theatre-panel-note');
    this.#list = make('div', 'theatre-panel-list');
    this.groups = make('div', 'theatre-panel-groups');
    this.#plan = make('div', 'theatre-panel-plan');
    this.#list.append(this.#facts, this.#note, this.groups, this.#plan);
    this.element.append(heading, this.#list);
  }

  fold(isFolded: boolean): void {
    if (isFolded === this.isFolded) return;
    this.isFolded = isFolded;
    this.#folded();
  }

  /** Says what the panel is about. Something else than before opens it. */
  setHead(head: PanelHead | null): void {
    const isOther = head !== null && this.#head !== null && head.id !== this.#head.id;
    this.#head = head;
    this.#write();
    if (!isOther) return;
    this.#list.scrollTop = 0;
    this.fold(false);
  }

  setText(text: (ref: TextRef) => string): void {
    this.#text = text;
    this.#write();
  }

  /** Takes the room that the layout gives; upright the heading is a button that folds. */
  arrange({ panel }: StageLayout): void {
    this.element.hidden = panel === null;
    if (panel === null) return;
    const { style, dataset } = this.element;
    style.left = `${panel.x}px`;
    style.top = `${panel.y}px`;
    style.width = `${panel.width}px`;
    style.height = `${panel.height}px`;
    dataset['below'] = String(panel.isBelow);
    dataset['folded'] = String(panel.isFolded);
    const hadFocus = document.activeElement === this.#fold;
    this.#fold.hidden = !panel.isBelow;
    this.#title.hidden = panel.isBelow;
    this.#fold.setAttribute('aria-expanded', String(!panel.isFolded));
    this.#list.hidden = panel.isFolded;
    if (hadFocus && panel.isBelow) this.#fold.focus({ preventScroll: true });
  }

  /** Brings a button of the list into sight, and scrolls nothing but the list. */
  bringIntoSight(button: HTMLElement): void {
    this.fold(false);
    const seen = this.#list.getBoundingClientRect();
    const box = button.getBoundingClientRect();
    if (box.top < seen.top) this.#list.scrollTop -= seen.top - box.top + 4;
    else if (box.bottom > seen.bottom) this.#list.scrollTop += box.bottom - seen.bottom + 4;
  }

  #write(): void {
    const head = this.#head;
    const { steps } = head ?? {};
    for (const [n, button] of this.#steps.entries()) {
      button.hidden = steps === undefined;
      if (steps) button.dataset['step'] = n === 0 ? steps.before : steps.after;
    }
    const title = head === null ? '' : this.#text(head.title);
    const facts = head === null ? [] : head.facts.map((fact) => this.#text(fact));
    const note = head?.note === undefined ? '' : this.#text(head.note);
    const { plan } = head ?? {};
    const heading = plan === undefined ? '' : this.#text(plan.title);
    const planned = plan === undefined ? [] : [...plan.lines, plan.sum].map((line) => this.#text(line));
    const written = [title, ...facts, note, heading, ...planned].join('\n');
    if (written === this.#written) return;
    this.#written = written;
    this.#title.textContent = title;
    this.#fold.textContent = title;
    this.#note.textContent = note;
    this.#note.hidden = note === '';
    this.#writePlan(heading, planned);
    this.#facts.replaceChildren(
      ...facts.flatMap((fact) => {
        const part = make('span', 'theatre-panel-fact');
        part.textContent = fact;
        return [part, document.createTextNode(' ')];
      }),
    );
  }

  /** The last of the lines is the sum. */
  #writePlan(heading: string, lines: readonly string[]): void {
    this.#plan.hidden = lines.length === 0;
    const title = make('h3', 'theatre-panel-subtitle');
    title.textContent = heading;
    const list = make('ol', 'theatre-panel-lines');
    for (const line of lines.slice(0, -1)) {
      const item = document.createElement('li');
      item.textContent = line;
      list.append(item);
    }
    const sum = make('p', 'theatre-panel-sum');
    sum.textContent = lines.at(-1) ?? '';
    this.#plan.replaceChildren(title, ...(lines.length > 1 ? [list] : []), sum);
  }
}

/** A button for a thumb only: keys and screen readers have the very control that it presses in their own list. */
function makeStep(side: 'before' | 'after', press: (id: string) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1;
  button.className = `theatre-panel-step theatre-panel-${side}`;
  button.setAttribute('aria-hidden', 'true');
  // The focus belongs to the control that is told.
  button.addEventListener('mousedown', (event) => event.preventDefault());
  button.addEventListener('click', () => {
    const id = button.dataset['step'];
    if (id !== undefined) press(id);
  });
  return button;
}

function make(tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  return element;
}
