/** What goes wrong, and how: each fault is done to the page as it stands, and undone. */
import { setTimeout as wait } from 'node:timers/promises';

import { findInside } from '../../tests/browser/driver/kiosk.ts';
import type { Device } from './device.ts';
import type { SoakGrounds } from './grounds.ts';
import type { BORNE } from './plan.ts';

type Borne = (typeof BORNE)[number];
const DAY_MS = 86_400_000;
/** The wall clock that is wrong stays so for a moment; milliseconds. */
const WRONG_MS = 800;

/** Does it. Resolves when it is over; what follows from it may go on. Rejects only when the fault itself cannot be done. */
export async function injectFault(kind: Borne, device: Device, grounds: SoakGrounds): Promise<void> {
  switch (kind) {
    case 'contextLost':
      return loseContext(device);
    case 'networkFlaps':
      return flapNetwork(device);
    case 'tabHidden':
      return hideTab(device);
    case 'clockForward':
      return setClock(device, DAY_MS);
    case 'clockBack':
      return setClock(device, -DAY_MS);
    case 'storageFull':
      return fillStorage(device, grounds.address);
    case 'updateWaits':
      return renewBuild(device, grounds);
    case 'tenFingers':
      return layTenFingers(device);
    case 'keyHeld':
      return holdKey(device);
    case 'twoButtons':
      return pressTwo(device);
  }
}

async function loseContext(device: Device): Promise<void> {
  await device.page.evaluate(async () => {
    const lost = [...(window.soak?.contexts ?? [])].flatMap((ref) => {
      const context = ref.deref();
      const extension = context?.isContextLost() === false ? context.getExtension('WEBGL_lose_context') : null;
      extension?.loseContext();
      return extension ? [extension] : [];
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    for (const extension of lost) extension.restoreContext();
  });
  await wait(500);
}

async function flapNetwork(device: Device): Promise<void> {
  await device.bear([/ERR_INTERNET_DISCONNECTED/, /ERR_NETWORK_CHANGED/, /Failed to fetch/], async () => {
    for (let flap = 0; flap < 3; flap++) {
      await device.context.setOffline(true);
      await wait(400);
      await device.context.setOffline(false);
      await wait(200);
    }
  });
}

async function hideTab(device: Device): Promise<void> {
  const set = (hidden: boolean): Promise<void> =>
    device.page.evaluate((value) => {
      if (window.soak) window.soak.hidden = value;
      for (const place of [window, ...Array.from({ length: frames.length }, (_, at) => frames[at])])
        place?.document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
  await set(true);
  await wait(4000);
  await set(false);
}

async function setClock(device: Device, shift: number): Promise<void> {
  const set = (value: number): Promise<void> =>
    device.page.evaluate((ms) => {
      if (window.soak) window.soak.shift = ms;
    }, value);
  const { station } = device;
  await set(shift);
  const hasLeft = await device.hear((news) => news.what === 'message' && news.kiosk === 'again', WRONG_MS);
  await set(0);
  if (hasLeft && station !== 'reset') throw new Error(`a wrong clock ended the visit at ${station}`);
}

/** The disk takes nothing more until the visitor has had the result, or not. */
async function fillStorage(device: Device, origin: string): Promise<void> {
  await device.bear([/QuotaExceeded/i, /quota/i], async () => {
    await device.devtools.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await device.reach(['result', 'reset', 'attract'], 60_000);
    await wait(1500);
    await device.devtools.send('Storage.overrideQuotaForOrigin', { origin });
  });
}

async function renewBuild(device: Device, grounds: SoakGrounds): Promise<void> {
  grounds.renew();
  await askForBuild(device);
}

/** Lets the kiosk ask for a new version now; by itself it does so once in an hour. */
export async function askForBuild(device: Device): Promise<void> {
  await device.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

async function layTenFingers(device: Device): Promise<void> {
  const points = Array.from({ length: 10 }, (_, id) => ({ id, x: 30 + id * 60, y: 60 + (id % 5) * 60 }));
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel', touchPoints: readonly object[]) =>
    device.devtools.send('Input.dispatchTouchEvent', { type, touchPoints: touchPoints as typeof points });
  for (let down = 1; down <= points.length; down++) await send('touchStart', points.slice(0, down));
  for (let move = 1; move <= 5; move++)
    await send(
      'touchMove',
      points.map(({ id, x, y }) => ({ id, x: x + move * 3, y: y - move * 2 })),
    );
  await send('touchCancel', []);
}

async function holdKey(device: Device): Promise<void> {
  const key = { code: 'Enter', key: 'Enter', windowsVirtualKeyCode: 13 } as const;
  for (let repeat = 0; repeat < 25; repeat++) {
    await device.devtools.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', autoRepeat: repeat > 0, ...key });
    await wait(30);
  }
  await device.devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
}

async function pressTwo(device: Device): Promise<void> {
  const boxes = await findInside(device.page)
    .locator('button:visible:not([disabled])')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().toJSON() as DOMRect));
  const points = boxes
    .filter(({ width, height }) => width > 0 && height > 0)
    .slice(0, 2)
    .map(({ x, y, width, height }, id) => ({ id, x: x + width / 2, y: y + height / 2 }));
  if (points.length === 0) return;
  await device.devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points });
  await device.devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
}
