/**
 * `?fuzz=<seed>`: ten wild inputs a second for a minute, on whatever is there: clicks, keys, pointers, sliders, Back.
 * The same seed gives the same wishes; what they meet depends on the page. `<html data-fuzz>` counts what was done, and
 * is `over` at the end.
 */
import { drawBelow, drawUnit, seedRandom, type RandomState } from '../../kernel/random.ts';

const EVERY_MS = 100;
const FOR_MS = 60_000;
const KEYS = [
  'Enter',
  'Space',
  'Escape',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'ArrowDown',
  'Digit1',
  'Digit2',
  'Digit3',
  'Digit4',
  'KeyQ',
  'KeyP',
];
/** What would end the game and the wild inputs with it. */
const ENDS_ALL = '[data-ends-all]';
const CONTROLS = 'button, a[href], input, select, summary, [tabindex="0"]';

type Wild = (random: RandomState) => void;

function pick<Thing>(random: RandomState, things: readonly Thing[]): Thing | undefined {
  return things[drawBelow(random, Math.max(1, things.length))];
}

function pressControl(random: RandomState): void {
  const dialog = document.querySelector('dialog[open]');
  const controls = [...(dialog ?? document).querySelectorAll<HTMLElement>(CONTROLS)].filter(
    // A file to choose or to save would open the system's own window, which nobody is there to close.
    (control) =>
      !(control instanceof HTMLInputElement && control.type === 'file') &&
      !control.matches(ENDS_ALL) &&
      control.offsetParent !== null,
  );
  const control = pick(random, controls);
  if (control instanceof HTMLInputElement && control.type === 'range') {
    control.value = String(Number(control.min) + drawUnit(random) * (Number(control.max) - Number(control.min)));
    control.dispatchEvent(new Event('input', { bubbles: true }));
  } else if (control instanceof HTMLSelectElement) {
    control.selectedIndex = drawBelow(random, control.options.length);
    control.dispatchEvent(new Event('change', { bubbles: true }));
  } else control?.click();
}

function pressKey(random: RandomState): void {
  const code = pick(random, KEYS) ?? 'Enter';
  const key = code.replace(/^Key|^Digit/, '').replace('Space', ' ');
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }));
  target.dispatchEvent(new KeyboardEvent('keyup', { code, key, bubbles: true, cancelable: true }));
}

function pressPoint(random: RandomState): void {
  const clientX = drawUnit(random) * innerWidth;
  const clientY = drawUnit(random) * innerHeight;
  const target = document.elementFromPoint(clientX, clientY) ?? document.body;
  if (target.closest(ENDS_ALL)) return;
  const what: PointerEventInit = { clientX, clientY, bubbles: true, cancelable: true, pointerId: 1, isPrimary: true };
  for (const type of ['pointermove', 'pointerdown', 'pointerup']) target.dispatchEvent(new PointerEvent(type, what));
  target.dispatchEvent(new MouseEvent('click', what));
}

/** Steps that Back can take without leaving the game. */
let depth = 0;
addEventListener('pushState', () => (depth += 1));
addEventListener('popstate', () => (depth = Math.max(0, depth - 1)));

function goBack(random: RandomState): void {
  if (depth > 0 && drawUnit(random) < 0.3) history.back();
}

const WILD: readonly Wild[] = [
  pressControl,
  pressControl,
  pressControl,
  pressKey,
  pressKey,
  pressPoint,
  pressPoint,
  goBack,
];

/** Begins; ends by itself after a minute. What goes wrong shows as an error of the page. */
export function startFuzz(seed: number): void {
  const random = seedRandom(seed);
  const { dataset } = document.documentElement;
  let done = 0;
  dataset['fuzz'] = '0';
  const beat = setInterval(() => {
    pick(random, WILD)?.(random);
    done += 1;
    dataset['fuzz'] = String(done);
    if (done * EVERY_MS >= FOR_MS) {
      clearInterval(beat);
      dataset['fuzz'] = 'over';
    }
  }, EVERY_MS);
}
