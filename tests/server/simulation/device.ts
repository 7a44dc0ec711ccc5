/** A device in the simulation: its disk, its tabs that come and go, and what its screen has shown. */
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { Done, TeamState } from '../../../src/player/index.ts';
import type { Joined } from '../../../src/wire/joining.ts';
import type { Faults } from './faults.ts';
import type { Network } from './network.ts';
import type { Earn } from './payloads.ts';
import { Tab, type DeviceGround } from './tab.ts';
import type { World } from './world.ts';

export interface DeviceParts {
  readonly name: string;
  readonly world: World;
  readonly network: Network;
  readonly faults: () => Faults;
  readonly earn: Earn;
  /** Of the team. */
  readonly code: string;
  /** The player's first device; null for that one itself. */
  readonly first: SimulatedDevice | null;
  /** A code from the manager, for somebody whose words are void; null when the server could not be asked. */
  readonly askManager: (player: string) => Promise<string | null>;
}

/** A record that the screen showed as kept. */
export interface ShownRecord {
  readonly id: string;
  readonly payloadHash: string;
  /** Only in the memory of this tab: the screen said so. */
  readonly onlyIn: Tab | null;
}

export class SimulatedDevice {
  readonly shown: ShownRecord[] = [];
  readonly #parts: DeviceParts;
  readonly #ground: DeviceGround;
  #count = 0;
  /** The tabs in which somebody waits for an answer that is needed for joining. */
  #waiting: { tabs: readonly Tab[] } | null = null;
  /** The recovery words that were shown last, as somebody has written them down. */
  #words: readonly number[] = [];
  /** Whom the screen last said this is. */
  #player = '';
  /** The words lead nowhere, because an answer with newer ones was lost: the manager must help. */
  #isLost = false;

  constructor(parts: DeviceParts) {
    this.#parts = parts;
    const factory = new IDBFactory();
    this.#ground = { name: parts.name, factory, skew: 0, isFull: false, locks: new Map(), tabs: new Set() };
    this.openTab();
  }

  get name(): string {
    return this.#parts.name;
  }
  get factory(): IDBFactory {
    return this.#ground.factory;
  }
  get tabs(): readonly Tab[] {
    return [...this.#ground.tabs];
  }
  /** The tab that somebody looks at. */
  get tab(): Tab | undefined {
    return this.tabs.at(-1);
  }
  /** In every tab, if there is one. */
  get isMember(): boolean {
    return this.tabs.length > 0 && this.tabs.every((tab) => placeOf(tab) === 'member');
  }

  openTab(): void {
    const { world, network, faults } = this.#parts;
    this.#ground.tabs.add(new Tab({ world, network, faults, device: this.#ground }, ++this.#count));
  }

  /** Earns something in one of the tabs. */
  earn(): void {
    const { world, earn } = this.#parts;
    const { tabs } = this;
    if (tabs.length === 0) return;
    const tab = world.pick(tabs);
    world.trace.push(`${tab.name} earns`);
    void tab.player.append(earn(world)).then(({ record: { id, payloadHash }, kept }) => {
      if (!tab.isDead) this.shown.push({ id, payloadHash, onlyIn: kept === 'disk' ? null : tab });
    });
  }

  /**
   * Comes into the team by the way that somebody would take: by words, if some were shown here before; on a second
   * device by a code from the first; else by the team's code.
   */
  join(): void {
    const { world, first } = this.#parts;
    const { tab } = this;
    const isWaiting = this.#waiting?.tabs.every(({ isDead }) => !isDead) === true;
    // Who is a member in one tab does not join in another: that one learns it as soon as the disk has it.
    if (tab === undefined || this.tabs.some((each) => placeOf(each) !== 'alone') || isWaiting) return;
    const other = first?.tab;
    if (first !== null && this.#words.length === 0 && (other === undefined || !first.isMember)) return;
    const waiting = { tabs: other === undefined || this.#words.length > 0 ? [tab] : [tab, other] };
    this.#waiting = waiting;
    world.trace.push(`${tab.name} joins`);
    void this.#ask(tab, other, waiting).then((done) => {
      if (this.#waiting === waiting) this.#waiting = null;
      if (tab.isDead) return;
      if (!done.ok) this.#isLost = done.why === 'codeUnknown' && this.#words.length > 0;
      else {
        this.#player = done.value.player;
        if (done.value.recovery.length > 0) this.#words = done.value.recovery;
      }
    });
  }

  async #ask(tab: Tab, other: Tab | undefined, waiting: { tabs: readonly Tab[] }): Promise<Done<Joined>> {
    const { code, askManager } = this.#parts;
    const { team } = tab.player;
    if (this.#isLost) {
      const help = await askManager(this.#player);
      return help === null ? { ok: false, why: 'offline' } : team.joinSecond({ way: 'pairing', code: help });
    }
    if (this.#words.length > 0) return team.joinSecond({ way: 'words', words: this.#words });
    if (other === undefined) return team.join(code, this.name);
    const pairing = await other.player.team.pair();
    // Once the code is there, the device that gave it is no longer needed.
    waiting.tabs = [tab];
    return pairing.ok ? team.joinSecond({ way: 'pairing', code: pairing.value.code }) : pairing;
  }

  /** The browser ends, and is opened again later. */
  crash(): void {
    const { world } = this.#parts;
    for (const tab of this.tabs) tab.die();
    world.later(world.below(30_000), `${this.name} opens again`, () => {
      if (this.tabs.length === 0) this.openTab();
    });
  }

  /** A tab is closed as one should, or another one opened beside it. */
  changeTabs(): void {
    const { tabs } = this;
    const { world } = this.#parts;
    if (tabs.length === 1) return this.openTab();
    const tab = tabs.at(0);
    if (tab === undefined) return;
    world.trace.push(`${tab.name} is closed`);
    void tab.player.close().then(() => tab.die());
  }

  jumpClock(): void {
    const { world } = this.#parts;
    this.#ground.skew += Math.round((world.unit() * 2 - 1) * 86_400_000);
    world.trace.push(`${this.name} clock ${this.#ground.skew}`);
  }

  fill(isFull: boolean): void {
    this.#ground.isFull = isFull;
  }

  /** Somebody makes room on the disk, or looks at the page. */
  tidy(): void {
    if (this.#parts.world.chance(0.5)) this.fill(false);
    else this.show();
  }

  /** The page comes to the front: what waited in memory is written, and the courier looks around. */
  show(): void {
    for (const tab of this.tabs) {
      tab.page.dispatchEvent(new Event('visibilitychange'));
      tab.page.dispatchEvent(new Event('online'));
    }
  }

  /** Things are well again: one tab at least, and room on the disk. */
  heal(): void {
    this.#ground.isFull = false;
    if (this.tabs.length === 0) this.openTab();
    this.show();
  }
}

function placeOf({ player }: Tab): TeamState['place'] {
  return player.team.store.getState().place;
}
