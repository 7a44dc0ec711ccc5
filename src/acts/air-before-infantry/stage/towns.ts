/** All towns, their plates, and the rings that show what is chosen, pointed at, and reached. */
import type * as Phaser from 'phaser';
import type { Pointing } from '../../../stage/act-stage.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { Span } from '../rules/ground.ts';
import type { CampaignView } from '../rules/state.ts';
import { Plates, type PlateText } from './plates.ts';
import type { ProvinceLayout } from './province-layout.ts';
import { Town } from './town.ts';
import type { TownLook } from './town-look.ts';
import { coinsOf, TOWN_UNITS, type TownKind } from './wall-pieces.ts';

/** With more towns than this, far walls are left out: nobody would see them. */
const PLAIN_FROM = 24;
/** How much light a town loses while another one is chosen, and while an order is looked at that does not reach it. */
const DIM = 0.1;
const DIM_UNREACHED = 0.32;
const REACH_RINGS = 10;

export class Towns {
  readonly towns: readonly Town[];
  readonly #stage: Stage;
  readonly #layout: ProvinceLayout;
  readonly #plates: Plates;
  readonly #coins: readonly (1 | 2 | 3)[];
  readonly #chosen: Phaser.GameObjects.Image;
  readonly #hover: Phaser.GameObjects.Image;
  readonly #beckon: Phaser.GameObjects.Image;
  readonly #rings: Phaser.GameObjects.Image[] = [];
  readonly #dim: Float32Array;
  #timeS = 0;
  #isNew = true;
  #hoverLight = 0;
  #hovered = -1;
  #pressMs = 0;

  constructor(stage: Stage, layout: ProvinceLayout, kinds: readonly TownKind[]) {
    this.#stage = stage;
    this.#layout = layout;
    const isPlain = kinds.length > PLAIN_FROM;
    this.towns = layout.towns.map((place, town) => new Town(stage, place, kinds[town] ?? 'medium', isPlain));
    this.#plates = new Plates(stage, layout);
    this.#coins = kinds.map((kind) => coinsOf(kind));
    this.#dim = new Float32Array(kinds.length);
    const ring = (name: string): Phaser.GameObjects.Image =>
      stage.puppets.sprite(name, 0, 0, 1, DEPTH.shore - 2).setVisible(false);
    this.#chosen = ring('province/chosen');
    this.#hover = ring('province/hover');
    this.#beckon = ring('province/hover').setTint(0xffc24a);
    for (let n = 0; n < Math.min(kinds.length, REACH_RINGS); n++)
      this.#rings.push(ring('province/hover').setTint(0xffd08a));
  }

  /** Answers a press at once. */
  press(): void {
    this.#pressMs = 240;
  }

  update(
    view: CampaignView,
    looks: readonly TownLook[],
    pointing: Pointing,
    shortAt: (town: number) => number | null,
    beckons: number | null,
    wallMs: number,
    calm: boolean,
  ): void {
    const seconds = Math.min(0.1, wallMs / 1000);
    this.#timeS += seconds;
    const isPreviewed = looks.some((look) => look.isReached);
    const isQuiet = view.isMarching || view.isOver;
    let ring = 0;
    for (const [n, town] of this.towns.entries()) {
      const look = looks[n];
      if (!look) continue;
      const goal = isQuiet || n === view.chosen ? 0 : isPreviewed ? (look.isReached ? 0 : DIM_UNREACHED) : DIM;
      const dim = goal + ((this.#dim[n] as number) - goal) * Math.exp(-seconds / 0.1);
      this.#dim[n] = dim;
      town.update(look, dim, this.#timeS, seconds, calm, this.#isNew);
      this.#plates.write(n, this.#textOf(view, look, n, shortAt(n)), town.place.plate.height, town.place.button.width);
      this.#plates.fade(n, Math.round((1 - dim * 0.5) * 50) / 50);
      if (look.isReached && ring < this.#rings.length) this.#ringRound(this.#rings[ring++], town, 1.08, 0.9);
    }
    for (; ring < this.#rings.length; ring++) hide(this.#rings[ring]);
    this.#plates.flush();
    this.#light(view, pointing, wallMs, calm);
    this.#callTo(beckons, calm);
    this.#isNew = false;
  }

  destroy(): void {
    for (const town of this.towns) town.destroy();
    this.#plates.destroy();
    for (const image of [this.#chosen, this.#hover, this.#beckon, ...this.#rings]) image.destroy();
  }

  #textOf(view: CampaignView, look: TownLook, town: number, short: number | null): PlateText {
    const isGoing = look.after.most !== look.now.most || look.after.least !== look.now.least;
    return {
      now: spanText(look.now),
      after: isGoing && !look.isHeld ? spanText(look.after) : '',
      chance: look.chance === null ? '' : `${Math.round(look.chance * 100)}%`,
      short: short === null || look.isHeld || isGoing ? '' : String(short),
      worth: view.province.worth[town] as number,
      coins: this.#coins[town] as 1 | 2 | 3,
      isHeld: look.isHeld,
      isKnown: look.isKnown,
      isChosen: town === view.chosen && !view.isOver,
    };
  }

  #light(view: CampaignView, pointing: Pointing, wallMs: number, calm: boolean): void {
    const { towns } = this.#layout;
    this.#pressMs = Math.max(0, this.#pressMs - wallMs);
    const chosen = towns[view.chosen];
    const isSeen = !view.isMarching && !view.isOver && view.week > 0;
    this.#chosen.setVisible(isSeen && chosen !== undefined);
    if (isSeen && chosen) {
      const town = this.towns[view.chosen] as Town;
      const beat = calm ? 0 : 0.02 * Math.sin(this.#timeS * 3);
      this.#ringRound(this.#chosen, town, 1.04 + beat + 0.1 * (this.#pressMs / 240), 1);
    }
    const id = pointing.scanned ?? pointing.focused ?? pointing.hovered;
    const at = id?.startsWith('town-') === true ? Number(id.slice('town-'.length)) : -1;
    if (at >= 0) this.#hovered = at;
    this.#hoverLight += ((at >= 0 && at !== view.chosen ? 1 : 0) - this.#hoverLight) * Math.min(1, wallMs / 70);
    const town = this.towns[this.#hovered];
    if (town && this.#hoverLight > 0.03) this.#ringRound(this.#hover, town, 1.02, this.#hoverLight);
    else hide(this.#hover);
  }

  /** The storyteller speaks of another town than the chosen one: it calls with a light that swells. */
  #callTo(beckons: number | null, calm: boolean): void {
    const town = this.towns[beckons ?? -1];
    if (!town) {
      hide(this.#beckon);
      return;
    }
    const beat = calm ? 0.5 : 0.5 + 0.5 * Math.sin(this.#timeS * 3.4);
    this.#ringRound(this.#beckon, town, 1.02 + 0.14 * beat, 0.5 + 0.5 * beat);
  }

  #ringRound(image: Phaser.GameObjects.Image | undefined, town: Town, more: number, alpha: number): void {
    if (!image) return;
    const { x, y, size } = town.place;
    const k = (size * TOWN_UNITS[town.kind].wide * 1.2 * more) / 74;
    const { scale } = this.#stage.puppets.sheet.piece(image.frame.name);
    image
      .setPosition(x, y + 5 * size)
      .setScale(k / scale)
      .setAlpha(alpha)
      .setVisible(true);
  }
}

function spanText({ least, most }: Span): string {
  return least === most ? String(most) : `${least}–${most}`;
}

function hide(image: Phaser.GameObjects.Image | undefined): void {
  if (image?.visible === true) image.setVisible(false);
}
