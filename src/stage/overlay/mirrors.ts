/**
 * Real buttons for everything that can be acted on: the toolbar's are drawn here, those over the stage are clear and
 * stand where the scene says. Buttons are kept by id, so focus survives every change of state, language and size.
 */
import type { Control } from '../../kernel/act.ts';
import type { ActStageModule } from '../act-stage.ts';
import { chooseStop, findRefuge, groupControls, type ControlGroup } from '../input/roving.ts';
import { Turning } from '../input/turning.ts';
import type { StageLayout } from '../layout/stage-layout.ts';
import { hangTools, makeWord, putAt, setAttribute, setText } from './elements.ts';
import { takePresses } from './fingers.ts';
import { makeIcon } from './icons.ts';
import { GroupBoxes } from './group-boxes.ts';
import { makeFace } from './order-face.ts';
import type { Mirror, MirrorPort } from './mirror-port.ts';

export class Mirrors {
  readonly element: HTMLElement;
  groups: readonly ControlGroup[] = [];
  readonly #module: ActStageModule;
  readonly #port: MirrorPort;
  readonly #mirrors = new Map<string, Mirror>();
  readonly #boxes: GroupBoxes;
  readonly #lastIn = new Map<string, string>();
  #shape = '';
  #layout: StageLayout | null = null;
  #hovered: string | null = null;
  #focused: string | null = null;
  #scanned: string | null = null;
  #focusSeen = false;
  #isDirect = false;
  readonly #turning = new Turning();

  constructor(module: ActStageModule, port: MirrorPort) {
    this.#module = module;
    this.#port = port;
    this.element = document.createElement('div');
    this.element.className = 'theatre-controls';
    this.#boxes = new GroupBoxes(
      module,
      (ref) => port.text(ref),
      (group) => this.#isInPanel(group),
    );
  }

  /** The control that has the focus, if one has. */
  get focused(): string | null {
    return this.#focused;
  }

  /** True when keys have brought the focus to where it is, so that its ring is seen. */
  get focusSeen(): boolean {
    return this.#focused !== null && this.#focusSeen;
  }

  /**
   * Direct controls: the arrows are the seats', so Tab walks over every button, and each finger of a screen that
   * several share presses for itself (a browser makes clicks of the first finger only).
   */
  setDirect(on: boolean): void {
    if (on === this.#isDirect) return;
    this.#isDirect = on;
    // Screen readers hand the arrow keys on where the page says that it has its own use for them.
    setAttribute(this.element, 'role', on ? 'application' : null);
    this.#nameGroups();
    this.#rove();
  }

  control(id: string): Control | null {
    return this.#mirrors.get(id)?.control ?? null;
  }

  /** Brings the buttons in line with what can be done now. Cheap when nothing has changed. */
  update(controls: readonly Control[]): void {
    const shape = controls.map((control) => control.id).join(' ');
    if (shape !== this.#shape) this.#reshape(controls, shape);
    for (const control of controls) {
      const mirror = this.#mirrors.get(control.id);
      if (mirror) this.#write(mirror, control);
    }
    this.groups = this.#group(controls);
    this.#rove();
    this.#turn();
  }

  pressById(id: string): void {
    const control = this.control(id);
    if (control) this.#port.press(control);
  }

  focus(id: string): void {
    this.#bringIntoSight(id);
    this.#mirrors.get(id)?.button.focus({ preventScroll: true });
  }

  /** Lights what the scanning switch is on: one control, or a whole group. */
  scan(group: string | null, item: string | null): void {
    for (const [name, box] of this.#boxes.all()) box.toggleAttribute('data-scanned', group === name && item === null);
    for (const [id, mirror] of this.#mirrors) mirror.button.toggleAttribute('data-scanned', id === item);
    const first = item ?? this.groups.find((each) => each.group === group)?.controls[0]?.id;
    if (first !== undefined) this.#bringIntoSight(first);
    if (this.#scanned !== item) {
      this.#scanned = item;
      this.#point();
    }
  }

  rename(): void {
    for (const mirror of this.#mirrors.values()) {
      mirror.written = '';
      this.#write(mirror, mirror.control);
    }
    this.#nameGroups();
  }

  arrange(layout: StageLayout): void {
    this.#layout = layout;
    this.#port.panel?.arrange(layout);
    const tools = this.#module.toolbarGroups.flatMap((group) => this.#inGroup(group));
    hangTools(
      layout.tools,
      tools.map(({ button }) => button),
    );
    for (const group of this.#module.toolbarGroups) {
      const box = this.#boxes.find(group);
      if (box) box.dataset['down'] = String(layout.tools.down);
    }
    for (const [id, { button, control }] of this.#mirrors) {
      if (this.#module.toolbarGroups.includes(control.group) || this.#isInPanel(control.group)) continue;
      const place = this.#port.place(id);
      if (place) putAt(button, place);
    }
  }

  #group(controls: readonly Control[]): readonly ControlGroup[] {
    return groupControls(controls, this.#module.toolbarGroups, this.#port.panel ? this.#module.panelGroups : []);
  }

  #isInPanel(group: string): boolean {
    return this.#port.panel !== null && this.#module.panelGroups?.includes(group) === true;
  }

  #bringIntoSight(id: string): void {
    const mirror = this.#mirrors.get(id);
    if (mirror?.face) this.#port.panel?.bringIntoSight(mirror.button);
  }

  #inGroup(group: string): readonly Mirror[] {
    return [...this.#mirrors.values()].filter((mirror) => mirror.control.group === group);
  }

  #reshape(controls: readonly Control[], shape: string): void {
    this.#shape = shape;
    // Taking a focused button out of the page blurs it: what had the focus must be known before.
    const focused = this.#focused;
    const lost = focused === null ? null : this.#placeOf(focused);
    const kept = new Set(controls.map((control) => control.id));
    for (const [id, mirror] of this.#mirrors) {
      if (kept.has(id)) continue;
      mirror.button.remove();
      this.#mirrors.delete(id);
    }
    const groups = this.#group(controls);
    const { panel } = this.#port;
    for (const each of groups) {
      const box = this.#boxes.give(each.group);
      if (panel && this.#isInPanel(each.group)) {
        this.element.append(panel.element);
        panel.groups.append(box);
      } else this.element.append(box);
      for (const control of each.controls) box.append((this.#mirrors.get(control.id) ?? this.#make(control)).button);
    }
    this.#boxes.keepOnly(groups);
    if (this.#layout) this.arrange(this.#layout);
    if (lost && focused !== null && !kept.has(focused)) {
      const refuge = findRefuge(groups, lost, this.#module.toolbarGroups);
      if (refuge) this.focus(refuge);
    }
  }

  /** The tool that keys have brought the focus to, if it is on one. */
  #toolInFocus(): Control | null {
    const control = this.focusSeen ? this.control(this.#focused as string) : null;
    return control !== null && this.#module.toolbarGroups.includes(control.group) ? control : null;
  }

  /** A new round has begun, and keys have ended the one before: they are on the stage again, not on what ends rounds. */
  #turn(): void {
    if (!this.#turning.hasTurned(this.#toolInFocus())) return;
    const { toolbarGroups, panelGroups = [] } = this.#module;
    // Where arrows are the seats' own, a button with the focus would take their Enter.
    const on = this.groups.find(({ group }) => !toolbarGroups.includes(group) && !panelGroups.includes(group));
    const stop = this.#isDirect || !on ? null : chooseStop(on, this.#lastIn.get(on.group));
    if (stop !== null) return this.focus(stop);
    this.element.tabIndex = -1;
    this.element.focus({ preventScroll: true });
  }

  #placeOf(id: string): { group: string; index: number } | null {
    for (const each of this.groups) {
      const index = each.controls.findIndex((control) => control.id === id);
      if (index >= 0) return { group: each.group, index };
    }
    return null;
  }

  #nameGroups(): void {
    setAttribute(this.element, 'aria-label', this.#isDirect ? this.#port.text(this.#module.description) : null);
    this.#boxes.rename();
  }

  #make(control: Control): Mirror {
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset['id'] = control.id;
    const icon = this.#module.icons[control.id];
    const isTool = this.#module.toolbarGroups.includes(control.group);
    const face = this.#isInPanel(control.group) ? makeFace(icon) : null;
    button.className = isTool ? 'theatre-tool' : face ? 'theatre-order' : 'theatre-spot';
    if (this.#module.call === control.id) button.dataset['call'] = '';
    if (isTool && icon !== undefined) button.append(makeIcon(icon));
    const word = this.#module.call === control.id && this.#module.callWord ? makeWord(button) : null;
    if (face) button.append(face.element);
    const label = document.createElement('span');
    label.className = isTool ? 'theatre-tool-name' : 'theatre-unseen';
    button.append(label);
    const mirror: Mirror = { control, button, label, face, word, written: '' };
    takePresses(
      button,
      () => this.#isDirect && !this.#port.scanning(),
      () => this.#port.press(mirror.control),
    );
    button.addEventListener('pointerenter', (event) => {
      if (event.pointerType !== 'touch') this.hover(mirror.control.id, true);
    });
    button.addEventListener('pointerleave', () => this.hover(mirror.control.id, false));
    button.addEventListener('focus', () => {
      this.#focused = mirror.control.id;
      this.#focusSeen = button.matches(':focus-visible');
      this.#lastIn.set(mirror.control.group, mirror.control.id);
      this.#turning.hasTurned(this.#toolInFocus());
      this.#rove();
      this.#point();
    });
    button.addEventListener('blur', () => {
      if (this.#focused === mirror.control.id) this.#focused = null;
      this.#point();
    });
    this.#mirrors.set(control.id, mirror);
    return mirror;
  }

  /** The pointer has come over a control, or left it. */
  hover(id: string, on: boolean): void {
    if (on) this.#hovered = id;
    else if (this.#hovered === id) this.#hovered = null;
    this.#point();
  }

  #point(): void {
    // The stage shows the place of the focus only when the browser shows it too (keyboard, not mouse).
    const button = this.#focused === null ? null : this.#mirrors.get(this.#focused)?.button;
    const focused = button?.matches(':focus-visible') === true ? this.#focused : null;
    this.#port.point({ hovered: this.#hovered, focused, scanned: this.#scanned });
  }

  #write(mirror: Mirror, control: Control): void {
    const { button } = mirror;
    const before = mirror.control;
    mirror.control = control;
    mirror.face?.write(this.#port.card(control), (ref) => this.#port.text(ref));
    const word = mirror.word && this.#module.callWord?.(control);
    if (mirror.word && word) setText(mirror.word, this.#port.text(word));
    const written = this.#port.text(control.text);
    if (written !== mirror.written) {
      mirror.written = written;
      mirror.label.textContent = written;
    } else if (before === control) return;
    setAttribute(button, 'aria-disabled', control.enabled ? null : 'true');
    setAttribute(button, 'aria-pressed', control.pressed === undefined ? null : String(control.pressed));
  }

  #rove(): void {
    for (const each of this.groups) {
      const stop = chooseStop(each, this.#lastIn.get(each.group));
      for (const control of each.controls) {
        const button = this.#mirrors.get(control.id)?.button;
        const index = this.#isDirect || control.id === stop ? 0 : -1;
        if (button && button.tabIndex !== index) button.tabIndex = index;
      }
    }
  }
}
