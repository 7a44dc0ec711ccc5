/** What the stage does when something has happened: one place where every happening finds its picture. */
import type { Stage } from '../../../stage/stage.ts';
import type { CampaignHappening } from '../rules/happenings.ts';
import type { CampaignView } from '../rules/state.ts';
import type { Commander } from './commander.ts';
import type { Effects } from './effects.ts';
import type { Kites } from './kites.ts';
import type { ProvinceLayout } from './province-layout.ts';
import type { Road } from './roads.ts';
import type { Towns } from './towns.ts';
import type { Troops } from './troops.ts';

/** What the answers are given with. */
export interface AnswersPort {
  readonly stage: Stage;
  readonly commander: Commander;
  set(): {
    readonly layout: ProvinceLayout;
    readonly roads: readonly Road[];
    readonly towns: Towns;
    readonly kites: Kites;
    readonly troops: Troops;
    readonly effects: Effects;
  };
  view(): CampaignView;
}

const LEAVES = ['province/leaf-1', 'province/leaf-2', 'province/leaf-3'];
const LETTERS = ['province/letter'];
/** At most so many towns are seen to be touched by what touches all of them. */
const MOST_TOUCHED = 12;

export class Answers {
  readonly #port: AnswersPort;
  readonly #at = { x: 0, y: 0 };

  constructor(port: AnswersPort) {
    this.#port = port;
  }

  answer(each: CampaignHappening): void {
    const { stage, commander } = this.#port;
    const { effects, troops, layout } = this.#port.set();
    switch (each.what) {
      case 'march':
        commander.begin('order');
        return;
      case 'air':
        this.#strike(each.arm, each.town, each.towns, each.by);
        return;
      case 'website':
        this.#touchAll(each.by);
        return;
      case 'supply': {
        const { camp } = layout;
        effects.puff('province/crate', { x: camp.x, y: camp.y }, layout.setSize * 0.7, 1.6, 1.05);
        stage.lamp.flare(camp.x, camp.y, 240 * layout.setSize, 0.4);
        return;
      }
      case 'recon': {
        const place = layout.towns[each.town];
        if (!place) return;
        effects.puff('province/mark-known', { x: place.x, y: place.y - 100 * place.size }, place.size * 0.8, 1.1, 1.2);
        effects.puff(
          'province/veil-curl',
          { x: place.x - 30 * place.size, y: place.y - 50 * place.size },
          place.size,
          0.9,
          1.6,
        );
        effects.puff(
          'province/veil-curl',
          { x: place.x + 30 * place.size, y: place.y - 60 * place.size },
          place.size,
          1.1,
          1.7,
        );
        stage.lamp.flare(place.x, place.y - 30 * place.size, 220 * place.size, 0.4);
        return;
      }
      case 'taken':
        troops.end(each.town, 'taken', each.expected);
        this.#giveBack(each.town, each.saved);
        effects.win(each.town);
        commander.begin('glad');
        stage.holdBreath(90);
        return;
      case 'fell':
        troops.end(each.town, 'fell', each.expected);
        this.#giveBack(each.town, each.saved);
        effects.lose(each.town);
        commander.begin('worry');
        stage.shake(4);
        stage.holdBreath(80);
        return;
      case 'grow':
        for (const [i, town] of each.towns.entries()) if (i < MOST_TOUCHED * 2) effects.paste(town, each.by[i] ?? 0);
        return;
      case 'income': {
        const purse = this.#purse();
        const share = each.towns.length > 8 ? 2 : 4;
        for (const town of each.towns) effects.pay(town, purse, share);
        return;
      }
      case 'word':
        this.#talk(each.towns);
        return;
      case 'refused':
        commander.begin('worry');
        return;
      case 'over':
        commander.begin(each.held > 0 ? 'salute' : 'worry');
        return;
      // The rest is seen in the towns, the seals and the hour themselves.
      case 'week':
      case 'choose':
      case 'ordered':
      case 'undone':
      case 'weekOver':
    }
  }

  /** What sales tools have saved comes back to the purse in coins. */
  #giveBack(town: number, saved: number): void {
    if (saved > 0) this.#port.set().effects.pay(town, this.#purse(), Math.ceil(saved / 4));
  }

  #purse(): { readonly x: number; readonly y: number } {
    const { gauges } = this.#port.stage.layout;
    return { x: gauges.x + Math.min(gauges.width * 0.3, 190), y: gauges.y + gauges.height / 2 };
  }

  #strike(
    arm: 'posters' | 'exhibition' | 'mail',
    centre: number,
    towns: readonly number[],
    by: readonly number[],
  ): void {
    const { effects, kites } = this.#port.set();
    if (arm === 'exhibition') {
      kites.findDragon(this.#at);
      this.#port.stage.holdBreath(60);
    } else kites.findHome(arm, centre, this.#at);
    const from = { x: this.#at.x, y: this.#at.y };
    effects.drop(arm === 'mail' ? LETTERS : LEAVES, from, centre, arm === 'mail' ? 3 : arm === 'posters' ? 6 : 8);
    for (const [i, town] of towns.entries()) effects.tear(town, by[i] ?? 0, town === centre ? from : null);
  }

  #touchAll(by: number): void {
    const { effects, towns } = this.#port.set();
    const view = this.#port.view();
    let touched = 0;
    for (let town = 0; town < towns.towns.length && touched < MOST_TOUCHED; town++) {
      if (view.held[town] === 1) continue;
      touched++;
      effects.tear(town, by / 2, null);
    }
  }

  /** Stars run along the roads from every held town to its neighbours. */
  #talk(towns: readonly number[]): void {
    const { effects, roads } = this.#port.set();
    const { held } = this.#port.view();
    const heard = new Set(towns);
    let runs = 0;
    for (const road of roads) {
      if (runs >= MOST_TOUCHED) return;
      if (heard.has(road.b) && held[road.a] === 1) effects.talk(road, false);
      else if (heard.has(road.a) && held[road.b] === 1) effects.talk(road, true);
      else continue;
      runs++;
    }
  }
}
