/** The end of the campaign: a line of banners across the sky, one for every town that is held. Made when it is needed. */
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import { Picture } from './picture.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { Strings } from './strings.ts';

const MOST = 24;
/** Seconds between two banners. */
const STEP_S = 0.07;
const RISE_S = 0.25;
/** Units of a banner from its pole's foot to its top. */
const TALL = 80;

export class Ending {
  readonly #banners: Picture[] = [];
  readonly #line: Strings;
  readonly #layout: ProvinceLayout;
  #goneS = 0;

  constructor(stage: Stage, layout: ProvinceLayout, held: number) {
    this.#layout = layout;
    this.#line = new Strings(stage, 1, DEPTH.near - 60);
    for (let n = 0; n < Math.min(MOST, held); n++) {
      const banner = new Picture(stage, 'province/flag-own-1', DEPTH.near - 50);
      banner.visible = false;
      this.#banners.push(banner);
    }
  }

  update(wallMs: number, calm: boolean): void {
    this.#goneS += wallMs / 1000;
    const { view, horizon } = this.#layout;
    const high = horizon - view.y;
    const many = this.#banners.length;
    if (many === 0) return;
    const step = Math.min((view.width * 0.8) / many, high * 0.5);
    const size = Math.min(step / 58, (high * 0.5) / TALL);
    const left = view.x + view.width / 2 - (step * (many - 1)) / 2;
    const foot = view.y + high * 0.98;
    this.#line.begin();
    this.#line.tie(left - 20 * size, foot, left + step * (many - 1) + 60 * size, foot, 0.8);
    this.#line.end();
    for (const [n, banner] of this.#banners.entries()) {
      const rose = calm ? 1 : Math.max(0, Math.min(1, (this.#goneS - n * STEP_S) / RISE_S));
      banner.visible = rose > 0;
      banner.image.setPosition(left + step * n, foot);
      banner.image.setAlpha(calm ? Math.min(1, this.#goneS / 0.5) : 1);
      banner.show(`province/flag-own-${calm ? 1 : 1 + (Math.floor(this.#goneS * 3.2 + n * 0.7) % 3)}`);
      banner.size(size, size * rose);
    }
  }

  destroy(): void {
    this.#line.destroy();
    for (const banner of this.#banners) banner.destroy();
  }
}
