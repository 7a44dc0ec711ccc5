/** Turns what keys, pads and the switch ask for into moves of the focus and presses of controls. */
import type { Bindable } from './bindings.ts';
import { chooseStop, walk, walkGroups, type ControlGroup } from './roving.ts';

export interface SteerPort {
  groups(): readonly ControlGroup[];
  toolbarGroups(): readonly string[];
  /** Groups that stand in the panel, one under the other. */
  panelGroups(): readonly string[];
  focused(): string | null;
  focus(id: string): void;
  press(id: string): void;
  pressSwitch(): void;
  pause(): void;
}

/** Does what is asked; true when it had something to do. */
export function steer(what: Bindable, port: SteerPort): boolean {
  const groups = port.groups();
  switch (what) {
    case 'pause':
      port.pause();
      return true;
    case 'switch':
      port.pressSwitch();
      return true;
    case 'act': {
      const focused = port.focused();
      if (focused !== null) port.press(focused);
      else enterStage(port);
      return true;
    }
    case 'left':
    case 'right':
    case 'up':
    case 'down':
      return walkOn(port, what);
    case 'tool-previous':
    case 'tool-next':
      return turnTool(port, what === 'tool-previous' ? -1 : 1);
    case 'tool-1':
    case 'tool-2':
    case 'tool-3':
    case 'tool-4':
    case 'tool-5':
    default: {
      const n = Number(what.slice('tool-'.length)) - 1;
      const bar = groups.filter((each) => port.toolbarGroups().includes(each.group)).flatMap((each) => each.controls);
      const control = bar[n];
      if (!control) return false;
      port.press(control.id);
      return true;
    }
  }
}

function groupOf(groups: readonly ControlGroup[], id: string | null): ControlGroup | null {
  return groups.find((each) => each.controls.some((control) => control.id === id)) ?? null;
}

/** The first arrow goes to the stage itself: the first group that is not in the toolbar. */
function enterStage(port: SteerPort): boolean {
  const groups = port.groups();
  const stage = groups.find((each) => !port.toolbarGroups().includes(each.group)) ?? groups[0];
  const stop = stage ? chooseStop(stage, undefined) : null;
  if (stop === null) return false;
  port.focus(stop);
  return true;
}

/** Sideways inside a group, up and down over the groups; in the panel, whose groups stand in a column, turned round. */
function walkOn(port: SteerPort, to: 'left' | 'right' | 'up' | 'down'): boolean {
  const step = to === 'left' || to === 'up' ? -1 : 1;
  const isSideways = to === 'left' || to === 'right';
  const group = groupOf(port.groups(), port.focused());
  if (!group || !port.panelGroups().includes(group.group))
    return isSideways ? walkInside(port, step) : walkAcross(port, step);
  return isSideways ? leavePanel(port, step) : walkPanel(port, step);
}

function walkPanel(port: SteerPort, step: 1 | -1): boolean {
  const controls = port.groups().flatMap((each) => (port.panelGroups().includes(each.group) ? each.controls : []));
  const next = walk({ group: '', controls }, port.focused() ?? '', step);
  if (next === null) return false;
  port.focus(next);
  return true;
}

/** From the panel to the stage (before it) or to the toolbar (after it). */
function leavePanel(port: SteerPort, step: 1 | -1): boolean {
  const groups = port.groups();
  const isIn = (each: ControlGroup | undefined): boolean =>
    each !== undefined && port.panelGroups().includes(each.group);
  let at = groups.findIndex((each) => each.controls.some((control) => control.id === port.focused()));
  for (let steps = 0; steps < groups.length && isIn(groups[at]); steps++)
    at = (at + step + groups.length) % groups.length;
  const next = groups[at];
  const stop = next && !isIn(next) ? chooseStop(next, undefined) : null;
  if (stop === null) return false;
  port.focus(stop);
  return true;
}

function walkInside(port: SteerPort, step: 1 | -1): boolean {
  const focused = port.focused();
  const group = groupOf(port.groups(), focused);
  if (!group || focused === null) return enterStage(port);
  const next = walk(group, focused, step);
  if (next === null) return false;
  port.focus(next);
  return true;
}

function walkAcross(port: SteerPort, step: 1 | -1): boolean {
  const group = groupOf(port.groups(), port.focused());
  if (!group) return enterStage(port);
  const next = walkGroups(port.groups(), group.group, step);
  const stop = next ? chooseStop(next, undefined) : null;
  if (stop === null) return false;
  port.focus(stop);
  return true;
}

/** Takes the next choice of the first group in which something is chosen: another tool in hand. */
function turnTool(port: SteerPort, step: 1 | -1): boolean {
  for (const group of port.groups()) {
    const pressed = group.controls.find((control) => control.pressed === true);
    const next = pressed ? walk(group, pressed.id, step) : null;
    if (next !== null) {
      port.press(next);
      return true;
    }
  }
  return false;
}
