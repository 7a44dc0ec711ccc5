/**
 * The ridge in front: whoever sets out crosses it large, banner, drum and spear, before he is small on the roads; sales
 * tools come on a cart, and what is left of them stands there in crates, one for each week that they last.
 */
import infantryRig from '../../../../assets/puppets/infantry/rig.json' with { type: 'json' };
import type * as Phaser from 'phaser';
import type { Puppet } from '../../../stage/puppet/puppet.ts';
import { readRig, type RigSource } from '../../../stage/rig/rig.ts';
import { DEPTH, type Stage } from '../../../stage/stage.ts';
import type { CampaignView } from '../rules/state.ts';
import { Carts, SHAFTS } from './carts.ts';
import { infantryMarch, infantryStand, MARCH_STRIDE } from './infantry-poses.ts';
import { crossed, readParade, type Walker } from './parade.ts';
import type { ProvinceLayout } from './province-layout.ts';
import type { Journey } from './timetable.ts';

/** A soldier's height against the commander's, in units of the two rigs, and the cart's units against the soldier's. */
const SMALLER = 0.78;
const CART = 1.8;
/** How much smaller one is at the far end of the ridge. */
const FAR = 0.72;
const CRATES = 3;
/** Where the crates stand: units of the commander from his feet, the third on top of the two. */
const PILE: readonly (readonly [number, number])[] = [
  [-214, 4],
  [-106, 10],
  [-160, -72],
];

export class Column {
  readonly #stage: Stage;
  readonly #layout: ProvinceLayout;
  readonly #carts: Carts;
  readonly #puppets: Puppet[] = [];
  readonly #crates: Phaser.GameObjects.Image[] = [];
  readonly #shown = new Float32Array(CRATES);
  #walkers: readonly Walker[] = [];
  #isNew = true;

  constructor(stage: Stage, layout: ProvinceLayout) {
    this.#stage = stage;
    this.#layout = layout;
    this.#carts = new Carts(stage, 1);
    const { commander } = layout;
    for (const [x, y] of PILE)
      this.#crates.push(
        stage.puppets
          .sprite(
            'province/crate',
            commander.x + x * commander.size,
            commander.y + y * commander.size,
            commander.size * 2.5,
            DEPTH.host - 48,
          )
          .setVisible(false),
      );
  }

  /** A week begins to play out. */
  begin(journeys: readonly Journey[]): void {
    this.#walkers = readParade(journeys);
  }

  update(view: CampaignView, now: number, wallMs: number, calm: boolean): void {
    this.#stack(view, wallMs, calm);
    this.#carts.begin();
    for (const [n, walker] of this.#walkers.entries()) {
      const share = view.isMarching ? crossed(walker, now) : 0;
      if (share > 0 && share < 1) this.#cross(this.#puppet(n), walker, share, calm);
      else this.#puppets[n]?.hide();
    }
    for (let n = this.#walkers.length; n < this.#puppets.length; n++) this.#puppets[n]?.hide();
    this.#carts.end();
  }

  destroy(): void {
    this.#carts.destroy();
    for (const puppet of this.#puppets) puppet.destroy();
    for (const crate of this.#crates) crate.destroy();
  }

  /** Made when somebody is needed: most weeks few cross. */
  #puppet(n: number): Puppet {
    return (this.#puppets[n] ??= this.#stage.puppets.puppet(readRig(infantryRig as unknown as RigSource), 'own'));
  }

  #cross(puppet: Puppet, { role, pulls }: Walker, share: number, calm: boolean): void {
    const { commander, camp, opening } = this.#layout;
    const near = commander.size * SMALLER;
    const from = opening.x - 120 * near;
    const length = camp.x - from;
    // In calm nobody walks: he stands half way, seen and gone again.
    const at = calm ? 0.62 : share;
    const size = near * (1 - (1 - FAR) * at * at);
    const x = from + length * at;
    const y = commander.y + (camp.y - commander.y) * at * at;
    const gone = length * at;
    const phase = gone / (MARCH_STRIDE * size);
    const pose = calm ? infantryStand(0, role) : infantryMarch(phase - Math.floor(phase), role);
    const alpha = Math.min(1, (1 - share) * 6, calm ? share * 6 : 1);
    const depth = DEPTH.host - 46 + share;
    puppet.show(pose, x, y, size, false, depth, alpha);
    if (pulls) this.#carts.roll(x - (SHAFTS * CART + 24) * size, y, size * CART, gone, false, depth - 0.4, alpha);
  }

  /** One crate for each week that the tools last; a new one drops from the cart, a used one fades. */
  #stack(view: CampaignView, wallMs: number, calm: boolean): void {
    const { commander } = this.#layout;
    for (const [n, crate] of this.#crates.entries()) {
      const goal = n < view.supplyLeft ? 1 : 0;
      const eased =
        (this.#shown[n] as number) + (goal - (this.#shown[n] as number)) * Math.min(1, wallMs / (180 + 90 * n));
      const shown = this.#isNew ? goal : eased;
      this.#shown[n] = shown;
      const isSeen = shown > 0.02;
      if (crate.visible !== isSeen) crate.setVisible(isSeen);
      const [, y] = PILE[n] as readonly [number, number];
      crate.y = commander.y + y * commander.size - (calm ? 0 : (1 - shown) * 60 * commander.size * goal);
      if (crate.alpha !== shown) crate.setAlpha(shown);
    }
    this.#isNew = false;
  }
}
