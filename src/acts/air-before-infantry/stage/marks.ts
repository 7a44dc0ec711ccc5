/** Seals on the map: this week's orders, each at its town; those of the whole province at headquarters. */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { OrderKind } from '../rules/intents.ts';
import type { CampaignView } from '../rules/state.ts';
import type { ProvinceLayout } from './province-layout.ts';

const POOL = 24;
/** Units of a seal, and how wide it is against a town's button. */
const SEAL = 66;

export class Marks {
  readonly #stage: Stage;
  readonly #layout: ProvinceLayout;
  readonly #images: Phaser.GameObjects.Image[] = [];
  readonly #beside: Uint8Array;
  #shown = 0;

  constructor(stage: Stage, layout: ProvinceLayout) {
    this.#stage = stage;
    this.#layout = layout;
    this.#beside = new Uint8Array(layout.towns.length);
  }

  /** `pulse` 0..1 makes the last one larger: it has just been given. */
  update(view: CampaignView, pulse: number): void {
    this.#beside.fill(0);
    let headquarters = 0;
    let n = 0;
    for (let i = view.isMarching ? view.done : 0; i < view.orders.length; i++) {
      const order = view.orders[i];
      const image = this.#images[n] ?? this.#cut();
      if (!order || !image) break;
      n++;
      const { scale } = this.#stage.puppets.sheet.piece(sealOf(order.kind));
      if (image.frame.name !== sealOf(order.kind)) image.setFrame(sealOf(order.kind));
      let x: number;
      let y: number;
      let size: number;
      if ('town' in order) {
        const place = this.#layout.towns[order.town];
        if (!place) continue;
        const beside = this.#beside[order.town] as number;
        this.#beside[order.town] = beside + 1;
        size = Math.max(13, Math.min(26, place.button.width * 0.24));
        // They hang beside the town, no lower than its number; those that find no room there begin another string.
        const step = size * 0.94;
        const room = place.plate.y - place.plate.height / 2 - place.button.y - size * 0.9;
        const inString = Math.max(1, 1 + Math.floor(room / step));
        x = place.button.x + place.button.width - size * 0.4 - step * Math.floor(beside / inString);
        y = place.button.y + size * 0.4 + step * (beside % inString);
      } else {
        const { commander } = this.#layout;
        size = Math.max(18, 90 * commander.size);
        x = commander.x + (130 + headquarters * 100) * commander.size;
        y = commander.y - 8 * commander.size;
        headquarters++;
      }
      const isLast = i === view.orders.length - 1;
      const k = (size / SEAL) * (isLast ? 1 + 0.5 * pulse : 1);
      // Headquarters' own stand before its ridge, those of the towns behind it.
      image
        .setPosition(x, y)
        .setScale(k / scale)
        .setDepth('town' in order ? DEPTH.host - 75 : DEPTH.host - 40);
      if (!image.visible) image.setVisible(true);
    }
    for (let rest = n; rest < this.#shown; rest++) this.#images[rest]?.setVisible(false);
    this.#shown = n;
  }

  /** One more seal, as long as there may be more. */
  #cut(): Phaser.GameObjects.Image | null {
    if (this.#images.length >= POOL) return null;
    const image = this.#stage.puppets.sprite(sealOf('posters'), 0, 0, 1, DEPTH.host - 75).setVisible(false);
    this.#images.push(image);
    return image;
  }

  destroy(): void {
    for (const image of this.#images) image.destroy();
  }
}

const SEALS: Readonly<Record<OrderKind, string>> = {
  recon: 'province/order-recon',
  posters: 'province/order-posters',
  exhibition: 'province/order-exhibition',
  mail: 'province/order-mail',
  infantry: 'province/order-infantry',
  website: 'province/order-website',
  supply: 'province/order-supply',
};

function sealOf(kind: OrderKind): string {
  return SEALS[kind];
}
