/** The website: a net of lanterns that grows across the whole sky, week by week, from the tower at headquarters. */
import type * as Phaser from 'phaser';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { CampaignView } from '../rules/state.ts';
import type { ProvinceLayout } from './province-layout.ts';

const NET = 'province/net';
const NET_WIDE = 560;

export class Net {
  readonly #nets: Phaser.GameObjects.Image[] = [];
  readonly #tower: Phaser.GameObjects.Image;
  readonly #layout: ProvinceLayout;
  readonly #towerScale: number;
  readonly #size: number;
  #share = -1;
  #timeS = 0;

  constructor(stage: Stage, layout: ProvinceLayout) {
    this.#layout = layout;
    const { view, horizon, commander } = layout;
    const high = horizon - view.y;
    this.#size = Math.max(0.2, (high * 0.74) / 193);
    const many = Math.max(1, Math.ceil(view.width / (NET_WIDE * this.#size)));
    const wide = view.width / many;
    for (let n = 0; n < many; n++)
      this.#nets.push(
        stage.puppets
          .sprite(NET, view.x + wide * (n + 0.5), view.y + 44 * this.#size, this.#size, DEPTH.moon + 4)
          .setVisible(false),
      );
    const k = commander.size * 1.1;
    this.#towerScale = k / stage.puppets.sheet.piece('province/tower').scale;
    this.#tower = stage.puppets
      .sprite(
        'province/tower',
        commander.x + 190 * commander.size,
        commander.y - 6 * commander.size,
        k,
        DEPTH.host - 50,
      )
      .setVisible(false);
  }

  update(view: CampaignView, isPlanned: boolean, wallMs: number, calm: boolean): void {
    const seconds = Math.min(0.1, wallMs / 1000);
    if (!calm) this.#timeS += seconds;
    const most = Math.max(1, view.parameters.websiteMost);
    const goal = Math.min(1, view.website / most);
    this.#share = this.#share < 0 ? goal : this.#share + (goal - this.#share) * (1 - Math.exp(-seconds / 0.3));
    const grown = this.#share * this.#nets.length;
    for (const [n, image] of this.#nets.entries()) {
      const part = Math.max(0, Math.min(1, grown - n));
      const isSeen = part > 0.01;
      if (image.visible !== isSeen) image.setVisible(isSeen);
      if (!isSeen) continue;
      image.setCrop(0, 0, image.frame.width * part, image.frame.height);
      image.setAlpha(0.82 + (calm ? 0 : 0.06 * Math.sin(this.#timeS * 1.2 + n * 2)));
      image.y = this.#layout.view.y + 44 * this.#size + (calm ? 0 : 2 * Math.sin(this.#timeS * 0.5 + n));
    }
    const tower = Math.max(Math.min(1, this.#share * 8), isPlanned ? 0.45 : 0);
    this.#tower.setVisible(tower > 0.02).setAlpha(tower);
    this.#tower.scaleY = this.#towerScale * Math.min(1, 0.3 + tower);
  }

  destroy(): void {
    for (const image of this.#nets) image.destroy();
    this.#tower.destroy();
  }
}
