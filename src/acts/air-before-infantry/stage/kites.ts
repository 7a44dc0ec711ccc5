/**
 * The air that is up: a swallow over every town with posters, a crane over every town that has had letters, the dragon over
 * the exhibition and its tent below. They hang on strings as long as anything of their effect is left; on the march they fly in.
 */
import dragonRig from '../../../../assets/puppets/kite-dragon/rig.json' with { type: 'json' };
import type * as Phaser from 'phaser';
import { readRig, type RigSource } from '../../../stage/rig/rig.ts';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { CampaignView } from '../rules/state.ts';
import { showMoment } from './bake.ts';
import { KITE_MOMENTS, type Books } from './books.ts';
import { dragonFly } from './kite-poses.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { Strings } from './strings.ts';
import { shareGone, type Journey } from './timetable.ts';
import type { Town } from './town.ts';

/** An arm is seen as long as at least this many points of it are left on a town. */
const SEEN_FROM = 3;
const POOL = 28;
/** Units of a small kite, wing to wing. */
const KITE_WIDE = 400;
const ARMS = ['posters', 'mail'] as const;

interface Spot {
  x: number;
  y: number;
}

export class Kites {
  readonly #stage: Stage;
  readonly #layout: ProvinceLayout;
  readonly #books: Books;
  readonly #towns: readonly Town[];
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #strings: Strings;
  readonly #dragon: Puppet;
  readonly #pavilion: Phaser.GameObjects.Image;
  readonly #crowd: Phaser.GameObjects.Image;
  /** By arm and town: how far up its kite is, eased. */
  readonly #up: readonly Float32Array[];
  readonly #home: Spot = { x: 0, y: 0 };
  readonly #hand: Spot = { x: 0, y: 0 };
  #dragonUp = 0;
  #dragonAt = -1;
  #timeS = 0;
  #next = 0;

  constructor(stage: Stage, layout: ProvinceLayout, books: Books, towns: readonly Town[]) {
    this.#stage = stage;
    this.#layout = layout;
    this.#books = books;
    this.#towns = towns;
    this.#strings = new Strings(stage, POOL + 1, DEPTH.near - 110);
    this.#dragon = stage.puppets.puppet(readRig(dragonRig as unknown as RigSource), 'plain');
    const put = (name: string): Phaser.GameObjects.Image => stage.puppets.sprite(name, 0, 0, 1, 0).setVisible(false);
    this.#pavilion = put('province/pavilion');
    this.#crowd = put('province/crowd');
    this.#up = ARMS.map(() => new Float32Array(towns.length));
  }

  /** Where the middle of the dragon is; written into `out`. */
  findDragon(out: { x: number; y: number }): void {
    out.x = this.#home.x;
    out.y = this.#home.y;
  }

  /** Where the kite of an arm hangs over a town. */
  findHome(arm: 'posters' | 'mail', town: number, out: { x: number; y: number }): void {
    const place = this.#towns[town]?.place;
    if (!place) return;
    const side = arm === 'posters' ? -1 : 1;
    const { view } = this.#layout;
    const reach = place.size * KITE_WIDE * 0.16;
    out.x = Math.max(view.x + reach, Math.min(view.x + view.width - reach, place.x + side * 52 * place.size));
    out.y = Math.max(view.y + reach * 0.9, place.y - (arm === 'posters' ? 146 : 166) * place.size);
  }

  update(
    view: CampaignView,
    journeys: readonly Journey[],
    now: number,
    hand: Readonly<Spot>,
    wallMs: number,
    calm: boolean,
  ): void {
    const seconds = Math.min(0.1, wallMs / 1000);
    if (!calm) this.#timeS += seconds;
    this.#hand.x = hand.x;
    this.#hand.y = hand.y;
    this.#next = 0;
    this.#strings.begin();
    for (let arm = 0; arm < ARMS.length; arm++) this.#fly(view, arm, journeys, now, seconds, calm);
    for (let n = this.#next; n < this.#images.length; n++) {
      const image = this.#images[n];
      if (image?.visible === true) image.setVisible(false);
    }
    this.#flyDragon(view, journeys, now, seconds, calm);
    this.#strings.end();
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
    this.#strings.destroy();
    this.#dragon.destroy();
    this.#pavilion.destroy();
    this.#crowd.destroy();
  }

  #fly(
    view: CampaignView,
    arm: number,
    journeys: readonly Journey[],
    now: number,
    seconds: number,
    calm: boolean,
  ): void {
    const name = ARMS[arm] as (typeof ARMS)[number];
    const left = view[name];
    const up = this.#up[arm] as Float32Array;
    const book = name === 'posters' ? this.#books.swallow : this.#books.crane;
    for (let town = 0; town < this.#towns.length; town++) {
      const isUp = (left[town] as number) >= SEEN_FROM && view.held[town] === 0;
      const flight = flightTo(journeys, name, town);
      const isPlanned = !view.isMarching && !isUp && isOrdered(view, name, town);
      const goal = isUp ? 1 : isPlanned ? 0.42 : 0;
      let alpha = (up[town] as number) + (goal - (up[town] as number)) * (1 - Math.exp(-seconds / 0.2));
      let gone = 1;
      if (flight !== null && now < flight.arrives && !isUp) {
        gone = shareGone(now, flight.leaves, flight.arrives);
        alpha = now < flight.leaves ? 0 : 1;
      }
      up[town] = alpha;
      if (alpha < 0.03) continue;
      const image = this.#images[this.#next] ?? this.#build();
      if (!image) return;
      this.#next++;
      this.findHome(name, town, this.#home);
      const size = (this.#towns[town] as Town).place.size * (name === 'posters' ? 0.3 : 0.26);
      const isFlying = gone < 1;
      const bend = calm ? 0 : 1;
      const swing = bend * 3 * Math.sin(this.#timeS * 1.1 + town * 1.7 + arm);
      const t = calm ? 1 : 1 - (1 - gone) * (1 - gone);
      const x = this.#hand.x + (this.#home.x - this.#hand.x) * t + swing;
      const y =
        this.#hand.y +
        (this.#home.y - this.#hand.y) * t -
        (calm ? 0 : Math.sin(t * Math.PI) * 40 * this.#layout.kiteSize);
      const dives = flight !== null && view.isMarching && now >= flight.arrives && now < flight.arrives + 6;
      const dip =
        dives && !calm
          ? Math.sin(((now - flight.arrives) / 6) * Math.PI) * 26 * (this.#towns[town] as Town).place.size
          : 0;
      const moment = calm
        ? 0
        : Math.floor((this.#timeS * (isFlying ? 1.4 : 0.7) + town * 0.31) * KITE_MOMENTS) % KITE_MOMENTS;
      const toRight = isFlying ? this.#home.x >= this.#hand.x : name === 'posters';
      showMoment(image, book, moment, x, y + dip, size * (isFlying ? 1.15 : 1), !toRight);
      image.rotation = (toRight ? -1 : 1) * (isFlying ? 0.25 : 0.42) + swing * 0.02;
      if (image.alpha !== alpha) image.setAlpha(calm ? alpha * gone : alpha);
      const { place } = this.#towns[town] as Town;
      if (isFlying && !calm) this.#strings.tie(x, y, this.#hand.x, this.#hand.y, 0.6 * alpha);
      else if (isUp)
        this.#strings.tie(x, y + dip, place.x + (arm === 0 ? -8 : 8) * place.size, place.y + 4, 0.55 * alpha);
    }
  }

  /** One more kite, as long as there may be more. */
  #build(): Phaser.GameObjects.Image | null {
    if (this.#images.length >= POOL) return null;
    const image = this.#stage.scene.add.image(0, 0, this.#books.swallow.key, '0').setDepth(DEPTH.near - 100);
    this.#images.push(image.setVisible(false));
    return image;
  }

  /** The dragon flies over the town at which an exhibition was held last, as long as anything of it is left. */
  #flyDragon(view: CampaignView, journeys: readonly Journey[], now: number, seconds: number, calm: boolean): void {
    let at = -1;
    let most = SEEN_FROM;
    for (let town = 0; town < this.#towns.length; town++) {
      const points = view.exhibition[town] as number;
      // Around the exhibition its effect is weaker than in the middle, however it has faded.
      if (points > most) [at, most] = [town, points];
    }
    const flight = journeys.find(({ order }) => order.kind === 'exhibition') ?? null;
    const isComing = flight !== null && view.isMarching && now >= flight.leaves;
    if (isComing && flight.order.kind === 'exhibition') at = flight.order.town;
    if (at >= 0) this.#dragonAt = at;
    const goal = at >= 0 ? 1 : 0;
    this.#dragonUp += (goal - this.#dragonUp) * (1 - Math.exp(-seconds / 0.3));
    const town = this.#towns[this.#dragonAt];
    const isSeen = town !== undefined && this.#dragonUp > 0.03;
    this.#pavilion.setVisible(isSeen);
    this.#crowd.setVisible(isSeen);
    if (!isSeen) {
      this.#dragon.hide();
      return;
    }
    const { place } = town;
    const { view: seen, horizon, kiteSize } = this.#layout;
    const k = kiteSize * 0.58;
    const gone =
      flight !== null && view.isMarching && now < flight.arrives ? shareGone(now, flight.leaves, flight.arrives) : 1;
    const ease = calm ? 1 : 1 - (1 - gone) * (1 - gone);
    const long = 430 * k;
    const homeX = Math.max(seen.x + long + 20, Math.min(seen.x + seen.width - 130 * k, place.x + long * 0.5));
    // It has the sky for itself; only where there is little sky it comes down before the hills.
    const homeY = seen.y + Math.max(86 * k, (horizon - seen.y) * 0.68);
    const x = this.#hand.x + (homeX - this.#hand.x) * ease + (calm ? 0 : 8 * Math.sin(this.#timeS * 0.6));
    const y = this.#hand.y + (homeY - this.#hand.y) * ease - (calm ? 0 : 60 * kiteSize * Math.sin(Math.PI * ease));
    this.#home.x = x - long * 0.4;
    this.#home.y = y;
    const roar = isComing && now > flight.arrives - 4 && now < flight.arrives + 14 ? 1 : 0;
    this.#dragon.show(
      { ...dragonFly(this.#timeS, roar), rotation: -14 * (1 - ease) },
      x,
      y,
      k,
      false,
      DEPTH.near - 90,
      this.#dragonUp * (calm ? gone : 1),
    );
    this.#strings.tie(x - 60 * k, y + 8 * k, place.x, place.y - 30 * place.size, 0.6 * this.#dragonUp);
    const size = place.size * 0.5;
    const side = place.x > seen.x + seen.width * 0.5 ? -1 : 1;
    const tentX = place.x + side * 86 * place.size;
    const rises = this.#dragonUp * (gone < 1 ? gone * gone : 1);
    this.#stand(this.#pavilion, 'province/pavilion', tentX, place.y + 24 * place.size, size, rises);
    this.#stand(this.#crowd, 'province/crowd', tentX, place.y + 30 * place.size, size * 0.9, rises);
  }

  #stand(image: Phaser.GameObjects.Image, name: string, x: number, y: number, size: number, rises: number): void {
    const { scale } = this.#stage.puppets.sheet.piece(name);
    image
      .setPosition(x, y)
      .setScale(size / scale, (size / scale) * Math.min(1, 0.2 + 0.8 * rises))
      .setAlpha(Math.min(1, rises * 1.5))
      .setDepth(DEPTH.shore + Math.min(1900, y * 0.9));
  }
}

function flightTo(journeys: readonly Journey[], kind: 'posters' | 'mail', town: number): Journey | null {
  for (const journey of journeys) if (journey.order.kind === kind && journey.order.town === town) return journey;
  return null;
}

function isOrdered(view: CampaignView, kind: 'posters' | 'mail', town: number): boolean {
  for (const order of view.orders) if (order.kind === kind && order.town === town) return true;
  return false;
}
