/** A visitor's whole way through the kiosk's inner page, and what is there when it ends. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Frame } from 'playwright-core';
import type { Visit as KeptVisit } from '../../src/wire/kiosk.ts';
import { runAxe } from './driver/axe.ts';
import { findOverflow } from './driver/overflow.ts';
import { findHigh } from './driver/high.ts';
import { layKiosk, makeKioskSettings, readKioskRows } from './driver/kiosk.ts';
import {
  arriveAt,
  comeIn,
  loadInside,
  openInside,
  raiseCurtain,
  readToldByInside,
  sleepThrough,
  touch,
  waitForAgain,
} from './driver/kiosk-visitor.ts';
import { layQuickClock } from './driver/quick-clock.ts';
import { openTests, type Tests, type Visit } from './driver/visit.ts';

declare global {
  interface Window {
    /** What the frame showed when the curtain opened. */
    seenFirst?: string;
  }
}

let tests: Tests;
beforeAll(async () => {
  tests = await openTests();
});
afterAll(() => tests.close());

const MEMBER = { team: 'a team', token: 'a token' };

interface At extends Visit {
  readonly frame: Frame;
}

async function atInside(
  wanted: Parameters<typeof makeKioskSettings>[1],
  size: readonly [number, number],
  doing: (at: At) => Promise<void>,
): Promise<void> {
  await tests.visit({ path: '/healthz', size }, async (visit) => {
    const { page, context, address } = visit;
    await layKiosk(page, address, { settings: makeKioskSettings(address, wanted), membership: MEMBER });
    await layQuickClock(context);
    const frame = await openInside(page, address);
    await doing({ ...visit, frame });
  });
}

test('the curtain opens on the play, and not before there is something to be seen', async () => {
  await tests.visit({ path: '/healthz', size: [640, 360] }, async ({ page, context, address }) => {
    await layKiosk(page, address, { settings: makeKioskSettings(address), membership: null });
    await context.addInitScript(() => {
      if (window !== top) return;
      const watch = new MutationObserver(() => {
        if (document.querySelector('.curtain-open') === null) return;
        watch.disconnect();
        window.seenFirst = frames[0]?.document.querySelector('main')?.dataset['stage'] ?? 'nothing';
      });
      watch.observe(document, { childList: true, subtree: true, attributes: true });
    });
    await page.goto(`${address}/kiosk`);
    await page.locator('.curtain-open').waitFor({ state: 'attached', timeout: 60_000 });
    expect(await page.evaluate(() => window.seenFirst)).toBe('shown');
  });
});

interface Kept {
  readonly state: string;
  readonly visit: KeptVisit;
}

describe('a visit', () => {
  test('keeps the result before it shows it, with a code to take home, and closes the visit at the end', async () => {
    await atInside({ idleSeconds: 600 }, [844, 390], async ({ page, frame }) => {
      await comeIn(page, frame, 'ru');
      expect(await frame.evaluate(() => document.documentElement.lang)).toBe('ru');
      await raiseCurtain(frame, 'duck-pond');
      await sleepThrough(frame);
      const [row] = (await readKioskRows(page, 'visits')) as Kept[];
      expect(row?.state).toBe('open');
      expect(row?.visit.records).toHaveLength(1);
      expect(row?.visit.name.language).toBe('ru');
      const claim = row?.visit.claim ?? '';
      expect(await frame.locator('.take-away-code strong').textContent()).toBe(
        `${claim.slice(0, 5)}-${claim.slice(5)}`,
      );
      expect(await frame.locator('.run-place').getAttribute('data-place')).toBe('1');
      expect(await frame.locator('.run-idea').textContent()).toContain('Маркетинг');
      await frame.locator('.station-buttons .button').last().click();
      await waitForAgain(page);
      expect(((await readKioskRows(page, 'visits')) as Kept[]).map(({ state }) => state)).toEqual(['closed']);
      const told = await readToldByInside(page);
      expect(told.flatMap((each) => (each.kiosk === 'station' ? [each.station] : []))).toEqual([
        'attract',
        'language',
        'choose',
        'play',
        'result',
        'reset',
      ]);
      expect(told.some(({ kiosk }) => kiosk === 'touched')).toBe(true);
    });
  });

  test('says plainly that a full disk could not keep the result, and shows it all the same', async () => {
    await atInside({ idleSeconds: 600 }, [844, 390], async ({ page, frame, trouble }) => {
      await comeIn(page, frame, 'en');
      await raiseCurtain(frame, 'duck-pond');
      await frame.evaluate(() => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('no room is left', 'QuotaExceededError');
        };
      });
      await sleepThrough(frame);
      expect(await frame.locator('.run-score b').getAttribute('data-score')).toBe('0');
      expect(await frame.locator('.result-full').count()).toBe(1);
      expect(await frame.locator('.take-away').count()).toBe(0);
      // Reported once, for whoever looks after the machine.
      expect(trouble.splice(0)).toHaveLength(1);
    });
  });

  test('does not wait for a disk for ever: shows the result, and is cleared away', async () => {
    await atInside({ idleSeconds: 600 }, [640, 360], async ({ page, frame }) => {
      await comeIn(page, frame, 'en');
      await raiseCurtain(frame, 'duck-pond');
      await frame.evaluate(() => {
        const { put } = IDBObjectStore.prototype;
        // A transaction with a question that is always open does not come to its end.
        IDBObjectStore.prototype.put = function (...given) {
          const ask = (): void => {
            this.get('nothing').addEventListener('success', ask);
          };
          ask();
          return put.apply(this, given);
        };
      });
      await sleepThrough(frame);
      expect(await frame.locator('.run-score b').count()).toBe(1);
      expect(await frame.locator('.take-away').count()).toBe(0);
      await frame.locator('.station-buttons .button').last().click();
      await waitForAgain(page);
    });
  });

  test('shows the best so far, ties in one place, and the own line among them, where there is room', async () => {
    await atInside({ idleSeconds: 600 }, [1920, 1080], async ({ page, frame, address }) => {
      const play = async (at: Frame): Promise<void> => {
        await comeIn(page, at, 'en');
        await raiseCurtain(at, 'duck-pond');
        await sleepThrough(at);
      };
      await play(frame);
      // Whoever is the first needs no list.
      expect(await frame.locator('.run-board').count()).toBe(0);
      await frame.locator('.station-buttons .button').last().click();
      await waitForAgain(page);
      const next = await loadInside(page, address);
      await play(next);
      const lines = next.locator('.run-board .board-line');
      await lines.nth(1).waitFor();
      expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute('data-place')))).toEqual(['1', '1']);
      expect(await next.locator('.run-board [aria-current="true"]').count()).toBe(1);
      expect(await runAxe(next)).toEqual([]);
      for (const [width, height] of [
        [1080, 1920],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        // The code to type is the lowest thing that must be read, and stands above the bar of buttons.
        await expect
          .poll(() =>
            next.evaluate(() => {
              const bottom = (wanted: string): number =>
                document.querySelector(wanted)?.getBoundingClientRect().bottom ?? Number.NaN;
              const bar = document.querySelector('.station-buttons .button')?.getBoundingClientRect().top ?? Number.NaN;
              return Math.max(bottom('.take-away-code'), bottom('.run-idea')) <= bar;
            }),
          )
          .toBe(true);
      }
      // On a small screen the place and the code come first.
      await page.setViewportSize({ width: 1280, height: 720 });
      await next.locator('.run-board').waitFor({ state: 'hidden' });
      expect(await next.locator('.run-place').isVisible()).toBe(true);
    });
  });

  test('has large targets with room between them, and text that is read standing', async () => {
    await atInside({ idleSeconds: 600 }, [1920, 1080], async ({ page, frame }) => {
      await touch(page);
      await arriveAt(frame, 'language');
      expect(await findSmall(frame)).toEqual([]);
      // On a small screen, too, with large letters, each name stands in one piece on its plate.
      await page.setViewportSize({ width: 1024, height: 768 });
      await frame.locator('.aid').first().click();
      await frame.locator('.aid[aria-pressed="true"]').waitFor();
      expect(
        await frame
          .locator('.language-plate')
          .evaluateAll((plates) =>
            plates
              .filter((plate) => plate.scrollWidth > plate.clientWidth || plate.clientHeight > plate.clientWidth)
              .map((plate) => plate.textContent),
          ),
      ).toEqual([]);
      await frame.locator('.aid').first().click();
      await page.setViewportSize({ width: 1920, height: 1080 });
      await frame.locator('.language-plate[lang="en"]').click();
      await arriveAt(frame, 'choose');
      expect(await findSmall(frame)).toEqual([]);
      await frame.locator('button[data-act="duck-pond"]').click();
      await arriveAt(frame, 'play');
      expect(await findSmall(frame)).toEqual([]);
    });
  });

  test('draws the event as it was named, on a machine that has no such letters', async () => {
    const { event } = makeKioskSettings('');
    await atInside({ event: { ...event, name: '秋季销售训练营' } }, [1280, 720], async ({ page, frame }) => {
      const draw = (): Promise<readonly string[]> =>
        frame.evaluate(async () => {
          const name = document.querySelector('.attract-event, .station-event')?.textContent ?? '';
          return (await document.fonts.load("16px 'Typed names'", name)).map(({ status }) => status);
        });
      await expect.poll(async () => new Set(await draw())).toEqual(new Set(['loaded']));
      await comeIn(page, frame, 'en');
      const family = await frame.locator('.station-event').evaluate((name) => getComputedStyle(name).fontFamily);
      expect(family).toContain('Typed names');
    });
  });

  // Russian has the longest words.
  test('keeps every text in its box, with large letters, on small screens and tall ones', async () => {
    await atInside({ idleSeconds: 600 }, [1024, 768], async ({ page, frame }) => {
      const look = async (station: Parameters<typeof arriveAt>[1]): Promise<void> => {
        await arriveAt(frame, station);
        for (const [width, height] of [
          [844, 390],
          [1080, 1920],
          [1024, 768],
        ] as const) {
          await page.setViewportSize({ width, height });
          await frame.evaluate(() => document.fonts.ready.then(() => undefined));
          // The frame hears of its new size a little later.
          await expect.poll(() => findOverflow(frame), { message: `${station} at ${width} × ${height}` }).toEqual([]);
        }
      };
      await touch(page);
      await arriveAt(frame, 'language');
      await frame.locator('.aid').first().click();
      await frame.locator('.aid[aria-pressed="true"]').waitFor();
      await look('language');
      await frame.locator('.language-plate[lang="ru"]').click();
      await look('choose');
      await frame.locator('button[data-act="duck-pond"]').click();
      await look('play');
      await page.setViewportSize({ width: 640, height: 360 });
      await frame.locator('.help-start').click();
      await sleepThrough(frame);
      // No code is wider, and none is drawn by lot here.
      await frame.locator('.take-away-code strong').evaluate((code) => (code.textContent = 'WWWWW-WWWWW'));
      await look('result');
    });
  });

  test('puts everything to be pressed into the lower half of a tall screen when it is asked to', async () => {
    await atInside({ idleSeconds: 600, reach: true }, [1080, 1920], async ({ page, frame }) => {
      await touch(page);
      for (const [station, next] of [
        ['language', '.language-plate[lang="en"]'],
        ['choose', 'button[data-act="duck-pond"]'],
        ['play', '.help-start'],
      ] as const) {
        await arriveAt(frame, station);
        expect(await findHigh(frame), station).toEqual([]);
        expect(await findSmall(frame), station).toEqual([]);
        await frame.locator(next).first().click();
      }
      await frame.locator('.play-screen[data-state="playing"] .theatre').waitFor();
      expect(await findHigh(frame), 'stage').toEqual([]);
    });
  });
});

/** Buttons that are too small or too near each other, and words that are too small. */
function findSmall(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const faults: string[] = [];
    const seen = [...document.querySelectorAll<HTMLElement>('main button')].filter((button) => {
      const { width, height, bottom } = button.getBoundingClientRect();
      // What has to be scrolled to is measured where it is scrolled to.
      const room = button.closest('.station-room')?.getBoundingClientRect().bottom ?? Infinity;
      return button.checkVisibility() && width > 1 && height > 1 && bottom <= room;
    });
    const boxes = seen.map((button) => ({ name: button.textContent ?? '', box: button.getBoundingClientRect() }));
    for (const { name, box } of boxes)
      if (box.width < 64 || box.height < 64) faults.push(`${name}: ${box.width} × ${box.height}`);
    boxes.forEach((one, i) => {
      for (const other of boxes.slice(i + 1)) {
        const x = Math.max(one.box.left, other.box.left) - Math.min(one.box.right, other.box.right);
        const y = Math.max(one.box.top, other.box.top) - Math.min(one.box.bottom, other.box.bottom);
        if (Math.max(x, y) < 12) faults.push(`${one.name} | ${other.name}: ${Math.max(x, y)}`);
      }
    });
    const words = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const element = words.currentNode.parentElement;
      if (element === null || (words.currentNode.textContent ?? '').trim() === '' || element.closest('.unseen'))
        continue;
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      if (element.checkVisibility() && size < 24) faults.push(`${words.currentNode.textContent}: ${size} px`);
    }
    return faults;
  });
}
