import type { CDPSession } from 'playwright-core';

import type { Tests } from '../../tests/browser/driver/visit.ts';
import { atMost, median, type Figure } from './figure.ts';
import { FIRST_FRAME_KB, listFirstFrame, OPEN_ACTS, waitForPlayable } from './first-frame.ts';
import { DESKTOP, onFreshPage } from './fresh-page.ts';
import { sumKilobytes } from './watch-transfer.ts';

/** Slow 4G and a phone of a few years ago, as the browser's own tools imitate them. */
const SLOW = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const CPU_SLOWDOWN = 4;
const ROUNDS = 5;

/** The title with its tools: the game's own code has taken over the words that stood in the page. */
const TITLE_USABLE = '#app .title select';

/** What the page weighs and how long it takes, on an empty cache each time. */
export async function benchPages(tests: Tests): Promise<readonly Figure[]> {
  return [
    ...(await benchTitleTransfer(tests)),
    ...(await benchEachAct(tests, benchActTransfer)),
    ...(await benchChineseFonts(tests)),
    await benchTitleTime(tests),
    ...(await benchEachAct(tests, benchActTime)),
  ];
}

async function benchEachAct(
  tests: Tests,
  bench: (tests: Tests, act: string) => Promise<readonly Figure[]>,
): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const act of OPEN_ACTS) figures.push(...(await bench(tests, act)));
  return figures;
}

async function benchTitleTransfer(tests: Tests): Promise<readonly Figure[]> {
  return onFreshPage(tests, DESKTOP, async ({ page, watch }) => {
    await page.goto(tests.product.address);
    await page.waitForSelector(TITLE_USABLE);
    await page.waitForTimeout(1000);
    const settled = watch.list();
    const later = new Set(await page.evaluate(listAskedLater));
    const usable = settled.filter(({ url }) => !later.has(url));
    return [
      atMost(
        'transfer to a usable title, without fonts and the picture behind it',
        sumKilobytes(usable, ['code']),
        'kB',
        60,
      ),
      atMost('sound before the first gesture', sumKilobytes(settled, ['sound']), 'kB', 0),
    ];
  });
}

/** In the page: what was asked for only after the first screen stood and could be used. */
function listAskedLater(): readonly string[] {
  const usable = performance.getEntriesByName('first-screen')[0]?.startTime ?? Number.POSITIVE_INFINITY;
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime > usable)
    .map(({ name }) => name);
}

async function benchActTransfer(tests: Tests, act: string): Promise<readonly Figure[]> {
  const loaded = await listFirstFrame(tests, act);
  const all = ['code', 'picture', 'font', 'sound'] as const;
  return [
    atMost(`${act}: transfer to the first playable frame`, sumKilobytes(loaded, all), 'kB', FIRST_FRAME_KB),
    atMost(`${act}: sound before that frame`, sumKilobytes(loaded, ['sound']), 'kB', 0),
  ];
}

/** The largest single font that a page in either Chinese loads, through title, campaign and playbill. */
async function benchChineseFonts(tests: Tests): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const language of ['zh-Hans', 'zh-Hant']) {
    const fonts = await onFreshPage(tests, { ...DESKTOP, locale: language }, async ({ page, watch }) => {
      for (const path of ['/', '/campaign', '/act/duck-pond']) {
        await page.goto(`${tests.product.address}${path}?lang=${language}`);
        await page.waitForLoadState('networkidle');
      }
      return watch.list().filter(({ kind }) => kind === 'font');
    });
    const largest = Math.max(0, ...fonts.map(({ bytes }) => bytes)) / 1000;
    figures.push(atMost(`largest font file in ${language}`, largest, 'kB', 150));
  }
  return figures;
}

async function benchTitleTime(tests: Tests): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(
      await onFreshPage(tests, DESKTOP, async ({ page, devtools }) => {
        await slowDown(devtools);
        await page.goto(tests.product.address);
        return page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) => {
                const paint = list.getEntriesByName('first-contentful-paint')[0];
                if (paint !== undefined) resolve(paint.startTime);
              }).observe({ type: 'paint', buffered: true });
            }),
        );
      }),
    );
  }
  return atMost('title readable, 4× CPU and 1.6 Mbit/s, 150 ms', median(times) / 1000, 's', 1);
}

async function benchActTime(tests: Tests, act: string): Promise<readonly Figure[]> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    times.push(
      await onFreshPage(tests, DESKTOP, async ({ page, devtools }) => {
        await slowDown(devtools);
        await page.goto(`${tests.product.address}/act/${act}/play?seed=7`);
        return waitForPlayable(page);
      }),
    );
  }
  return [atMost(`${act}: playable, 4× CPU and 1.6 Mbit/s, 150 ms`, median(times) / 1000, 's', 5)];
}

async function slowDown(devtools: CDPSession): Promise<void> {
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...SLOW });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}
