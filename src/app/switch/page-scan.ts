/**
 * One switch on the pages: the light walks over the groups of what can be pressed, then over the controls of one. On
 * the stage the theatre does the same by itself, so here it rests while an act is played.
 */
import type { StoreApi } from 'zustand/vanilla';
import type { Settings } from '../../player/index.ts';
import { bindingsOf } from '../play/theatre.ts';
import { SCAN_START, pressSwitch, scanOn, type ScanState } from '../../stage/input/scanning.ts';
import { findChoice, listChoices, type PageGroup } from './choices.ts';
import { pressChoice } from './press.ts';
import './page-scan.css';

const LOOK_EVERY_MS = 100;
const LIT = 'scan-lit';

/** True while the theatre scans for itself: an act is on and no dialog stands before it. */
function isStageOn(): boolean {
  return document.querySelector('.play-screen .theatre') !== null && document.querySelector('dialog[open]') === null;
}

function isSwitch(settings: Settings, code: string): boolean {
  return (bindingsOf(settings).keys['switch'] ?? []).includes(code);
}

/** Walks the light over the pages while the settings say so. Call once. */
export function scanPages(settings: StoreApi<Settings>): void {
  let state: ScanState = SCAN_START;
  let lit: Element | null = null;
  let last = performance.now();

  const light = (element: Element | null): void => {
    if (lit === element) return;
    lit?.classList.remove(LIT);
    lit = element;
    lit?.classList.add(LIT);
    lit?.scrollIntoView({ block: 'nearest' });
    // The focus walks along, so that a screen reader says where the light is.
    if (state.item !== null && lit instanceof HTMLElement) lit.focus({ preventScroll: true });
  };
  const show = (groups: readonly PageGroup[]): void => {
    const group = groups.find((each) => each.group === state.group);
    light(state.item === null ? (group?.element ?? null) : findChoice(state.item));
  };

  setInterval(() => {
    const now = performance.now();
    const elapsed = now - last;
    last = now;
    const { scan } = settings.getState();
    if (!scan.on || isStageOn()) {
      state = SCAN_START;
      return light(null);
    }
    const groups = listChoices(document);
    state = scanOn(state, groups, elapsed, scan.periodMs);
    show(groups);
  }, LOOK_EVERY_MS);

  addEventListener(
    'keydown',
    (event) => {
      const now = settings.getState();
      if (!now.scan.on || !isSwitch(now, event.code) || isStageOn()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (event.repeat) return;
      const groups = listChoices(document);
      const pressed = pressSwitch(state, groups);
      state = pressed.state;
      const chosen = pressed.chosen === null ? null : findChoice(pressed.chosen);
      if (chosen) pressChoice(chosen);
      show(groups);
    },
    { capture: true },
  );
  // The press of a button by Space comes with the key's release; the switch has pressed it already.
  addEventListener(
    'keyup',
    (event) => {
      const now = settings.getState();
      if (now.scan.on && isSwitch(now, event.code) && !isStageOn()) event.preventDefault();
    },
    { capture: true },
  );
}
