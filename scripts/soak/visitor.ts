/** Somebody's hands at the kiosk: seeded, with fingers, knowing nothing of the game but what can be pressed. */
import { setTimeout as wait } from 'node:timers/promises';

import type { Station } from '../../src/kiosk/messages/messages.ts';
import { drawBelow, drawChance, drawUnit, seedRandom, type RandomState } from '../../src/kernel/random.ts';
import { findInside } from '../../tests/browser/driver/kiosk.ts';
import type { Device } from './device.ts';
import type { PlannedSession } from './plan.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** What a visitor would press at a station: the first list that finds something on the page is drawn from. */
type Wish = readonly (readonly [selector: string, share: number])[];

const WISHES: Readonly<Record<Station, Wish>> = {
  boot: [],
  reset: [],
  attract: [['main', 1]],
  language: [
    ['.aid', 0.2],
    ['.language-plate', 1],
  ],
  choose: [
    ['.choose-name button', 0.15],
    ['[data-act]:not([data-act="examination"])', 1],
  ],
  play: [
    ['.panel button[data-id]', 0.5],
    ['button[data-id]', 1],
    // Before the curtain there is a word of help.
    ['.station-buttons .button-main', 1],
  ],
  examine: [
    // After some answers one may stop.
    ['[data-early]', 0.7],
    ['main form button.button-main', 0.5],
    ['main form input, main form [data-card], main form [data-place] > button, main form button[data-place]', 0.9],
    ['main button.button-main', 1],
  ],
  result: [['.station-buttons .button-main', 1]],
};
const EXAMINATION: Wish = [['[data-act="examination"]', 1]];
/** Blind hands may not find the end of an examination; then they have had enough. */
const MOST_TOUCHES = 80;
/** Between two touches, in milliseconds of the page's clock. */
const PAUSES: Readonly<Partial<Record<Station, readonly [from: number, to: number]>>> = {
  play: [150, 900],
  examine: [200, 700],
};
const USUAL_PAUSE = [400, 900] as const;

export class Visitor {
  readonly #device: Device;
  readonly #words: RandomState;
  readonly #speed: number;

  readonly #plays: PlannedSession['plays'];
  #touches = 0;

  constructor(device: Device, { seed, plays }: Pick<PlannedSession, 'seed' | 'plays'>, speed: number) {
    this.#device = device;
    this.#words = seedRandom(seed);
    this.#plays = plays;
    this.#speed = speed;
  }

  /** Does one thing at the station, and rests as long as somebody would. */
  async act(station: Station): Promise<void> {
    const wish = station === 'choose' && this.#plays === 'examination' ? EXAMINATION : WISHES[station];
    const spot = (await this.#answerQuestion()) ?? (await this.#choose(wish));
    if (station === 'examine' && ++this.#touches > MOST_TOUCHES) return this.leave();
    if (spot !== null) await this.#tap(spot);
    const [from, to] = PAUSES[station] ?? USUAL_PAUSE;
    await wait((from + drawBelow(this.#words, to - from)) / this.#speed);
  }

  /** Says that it is enough, as soon as there is a button for it. */
  async leave(): Promise<void> {
    const spot = (await this.#answerQuestion()) ?? (await this.#find('.station-out'));
    if (spot !== null) await this.#tap(spot);
    await wait(USUAL_PAUSE[0] / this.#speed);
  }

  /** "Are you still there?" is answered by whoever is. */
  #answerQuestion(): Promise<Spot | null> {
    return this.#find('dialog[open] button');
  }

  async #choose(wish: Wish): Promise<Spot | null> {
    for (const [selector, share] of wish) {
      if (!drawChance(this.#words, share)) continue;
      const spot = await this.#find(selector);
      if (spot !== null) return spot;
    }
    return null;
  }

  /** The middle of one of the things that match and can be pressed; null when there is none, or it lies under another. */
  async #find(selector: string): Promise<Spot | null> {
    const given = { wanted: selector, draw: drawUnit(this.#words) };
    try {
      return await findInside(this.#device.page).evaluate(({ wanted, draw }) => {
        const found = [...document.querySelectorAll<HTMLElement>(wanted)].filter(
          (each) => !each.matches(':disabled, [aria-disabled="true"]') && each.closest('[inert]') === null,
        );
        const element = found[Math.floor(draw * found.length)];
        if (element === undefined) return null;
        const target = element instanceof HTMLInputElement ? (element.closest('label') ?? element) : element;
        target.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y, width, height } = target.getBoundingClientRect();
        const at = { x: x + width / 2, y: y + height / 2 };
        const top = document.elementFromPoint(at.x, at.y);
        return top !== null && (target.contains(top) || top.contains(target)) ? at : null;
      }, given);
    } catch {
      // The frame goes while it is asked, when the visit ends.
      return null;
    }
  }

  async #tap({ x, y }: Spot): Promise<void> {
    const { devtools } = this.#device;
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y, id: 0 }] });
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}
