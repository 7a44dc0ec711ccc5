/** A visitor at the inner page of a kiosk, framed by an outer page that only listens. */
import type { BrowserContext, Frame, Page } from 'playwright-core';

import type { FromInside, FromOutside, Station } from '../../../src/kiosk/messages/messages.ts';
import type { Snapshot } from '../../../src/kiosk/reset/snapshot.ts';

declare global {
  interface Window {
    /** Added to the page's monotonic clock, in milliseconds. */
    aheadMs?: number;
    /** Where the page's monotonic clock stands still, in milliseconds; undefined while it goes. */
    heldMs?: number | undefined;
    /** Added to the page's wall clock, in milliseconds. */
    wallMs?: number;
    toldByInside?: FromInside[];
  }
}

const OUTER = '/listening';

/** Lets a test wind both clocks of every page of the context, each by itself. They go on at their own pace. */
export async function layClocks(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const now = performance.now.bind(performance);
    const date = Date.now.bind(Date);
    performance.now = () => window.heldMs ?? now() + (window.aheadMs ?? 0);
    Date.now = () => date() + (window.wallMs ?? 0);
  });
}

/** Opens an outer page that listens and never loads the frame anew; resolves when the frame shows its attract page. */
export async function openInside(page: Page, address: string): Promise<Frame> {
  await page.route(`${address}${OUTER}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html><head><link rel="icon" href="data:,"><style>body{margin:0}iframe{border:0;width:100vw;height:100vh;display:block}</style></head><body><iframe id="inside" src="about:blank"></iframe></body></html>`,
    }),
  );
  await page.goto(address + OUTER);
  await page.evaluate(() => {
    window.toldByInside = [];
    addEventListener('message', ({ data }: MessageEvent<FromInside>) => {
      if (typeof data?.kiosk === 'string') window.toldByInside?.push(data);
    });
  });
  return loadInside(page, address);
}

/** Loads the frame anew, as the outer page does after every visit. */
export async function loadInside(page: Page, address: string): Promise<Frame> {
  await page.evaluate(() => window.toldByInside?.splice(0));
  await page.locator('#inside').evaluate((frame: HTMLIFrameElement, src) => {
    frame.src = 'about:blank';
    frame.src = src;
  }, `${address}/kiosk/inside`);
  await waitForTold(page, (told) => told.some(({ kiosk }) => kiosk === 'station'));
  const frame = page.frames().find((each) => each.url().includes('/kiosk/inside'));
  if (frame === undefined) throw new Error('the kiosk has no frame');
  // As the outer page does when the frame is there: keys are heard by the frame that has the focus.
  await page.locator('#inside').evaluate((element: HTMLIFrameElement) => element.contentWindow?.focus());
  return frame;
}

/** What the frame has said since it was loaded. */
export function readToldByInside(page: Page): Promise<readonly FromInside[]> {
  return page.evaluate(() => window.toldByInside ?? []);
}

async function waitForTold(page: Page, isEnough: (told: readonly FromInside[]) => boolean): Promise<void> {
  const until = Date.now() + 60_000;
  while (!isEnough(await readToldByInside(page))) {
    if (Date.now() > until) throw new Error(`the frame said only ${JSON.stringify(await readToldByInside(page))}`);
    await page.waitForTimeout(100);
  }
}

export async function waitForAgain(page: Page): Promise<void> {
  await waitForTold(page, (told) => told.some(({ kiosk }) => kiosk === 'again'));
}

/** Says something to the frame as the outer page does. */
export async function sayToInside(page: Page, message: FromOutside): Promise<void> {
  await page
    .locator('#inside')
    .evaluate((frame: HTMLIFrameElement, said) => frame.contentWindow?.postMessage(said, location.origin), message);
}

/** Waits until the frame is at a station and can be pressed. */
export async function arriveAt(frame: Frame, station: Station): Promise<void> {
  await frame.locator(`main[data-station="${station}"]:not([inert])`).waitFor({ timeout: 60_000 });
}

/** Touches the attract page. */
export async function touch(page: Page): Promise<void> {
  await page.mouse.click(200, 100);
}

/** Touches the attract page and chooses a language. */
export async function comeIn(page: Page, frame: Frame, language: string): Promise<void> {
  await touch(page);
  await arriveAt(frame, 'language');
  await frame.locator(`.language-plate[lang="${language}"]`).click();
  await arriveAt(frame, 'choose');
}

/** Chooses an act and raises the curtain; resolves when the stage is seen. */
export async function raiseCurtain(frame: Frame, act: string): Promise<void> {
  await frame.locator(`button[data-act="${act}"]`).first().click();
  await arriveAt(frame, 'play');
  await frame.locator('.help-start').click();
  await frame.locator('.play-screen[data-state="playing"] .theatre').waitFor({ timeout: 60_000 });
}

/** Ends every evening of the pond as soon as it has begun, until the result is there. */
export async function sleepThrough(frame: Frame): Promise<void> {
  await frame.waitForFunction(
    () => {
      document.querySelector<HTMLElement>('[data-id="sleep"]:not([aria-disabled="true"])')?.click();
      return document.querySelector('main[data-station="result"]') !== null;
    },
    undefined,
    { timeout: 120_000, polling: 250 },
  );
  await arriveAt(frame, 'result');
}

/** What was left at the attract page, or after the reset. */
export async function readSnapshot(frame: Frame, at: 'attract' | 'reset'): Promise<Snapshot> {
  const found = await frame.waitForFunction(
    (name) => (performance.getEntriesByName(name).at(-1) as PerformanceMark | undefined)?.detail ?? false,
    `kiosk-${at}`,
    { timeout: 20_000, polling: 100 },
  );
  return (await found.jsonValue()) as Snapshot;
}

/** Winds the frame's monotonic clock on. */
export async function windOn(frame: Frame, ms: number): Promise<void> {
  await frame.evaluate((by) => {
    window.aheadMs = (window.aheadMs ?? 0) + by;
  }, ms);
}

/** Lets the frame's monotonic clock stand still, or go on. */
export async function hold(frame: Frame, on: boolean): Promise<void> {
  await frame.evaluate((still) => {
    window.heldMs = still ? performance.now() : undefined;
  }, on);
}
