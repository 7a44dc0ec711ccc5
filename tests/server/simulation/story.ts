/** One seed's story: people play, everything fails, then it heals; and what must be true at the end. */
import { overSession } from '../../../src/server/database/embedded/over-session.ts';
import type { Tables } from '../../../src/server/database/tables.ts';
import { makeUuid } from '../../../src/server/database/uuid.ts';
import { markCode } from '../../../src/server/players/codes.ts';
import { recount } from '../../../src/server/records/recount.ts';
import type { Pairing } from '../../../src/wire/joining.ts';
import { makeManager, makeTeam } from '../harness/people.ts';
import { SimulatedDevice, type DeviceParts } from './device.ts';
import { mixFaults, NO_FAULTS, type Faults } from './faults.ts';
import type { SimulationGround } from './ground.ts';
import { layNetwork, type Network } from './network.ts';
import { readDisk } from './read-disk.ts';
import { SimulatedServer } from './server.ts';
import { World } from './world.ts';

export interface Story {
  readonly seed: number;
  /** Fingerprint of all that happened. */
  readonly hash: string;
  /** What is not as it must be; empty when all is well. */
  readonly wrong: readonly string[];
  readonly records: number;
  readonly requests: number;
  readonly serverCrashes: number;
  /** All events, for somebody who looks for the reason. */
  readonly trace: readonly string[];
}

const CODE = 'BCDFGHJK';
/** How long things are bad, and how long they may take to heal, in milliseconds of the world. */
const BAD_MS = 4 * 60_000;
const HEALING_MS = 3 * 3_600_000;
const LOOKING_MS = 20_000;
const SUMS = ['player_act', 'player_item', 'player_day', 'item_option'] as const satisfies readonly (keyof Tables)[];

/** What went wrong, and how to tell the story again alone. */
export function sayStory({ seed, hash, wrong }: Story): string {
  return [`npm run simulate -- --seeds 1 --from ${seed} --trace`, `trace ${hash}`, ...wrong.slice(0, 20)].join('\n');
}

/** @param meddle done to the database before it is judged, to see that the judgement is one */
export async function tellStory(
  ground: SimulationGround,
  seed: number,
  meddle: () => Promise<void> = () => Promise.resolve(),
): Promise<Story> {
  const world = new World(seed);
  let faults: Faults = NO_FAULTS;
  await emptyDatabase(ground);
  const server = new SimulatedServer(world, ground, () => faults);
  const network = layNetwork(world, server, () => faults);
  const askManager = await openTeam(ground, server);
  const devices = bringDevices({ world, network, earn: ground.earn, faults: () => faults, askManager, code: CODE });
  faults = mixFaults(world);
  for (const device of devices) liveOn(world, device, () => faults, world.now + BAD_MS);
  await world.run(world.now + BAD_MS);
  faults = NO_FAULTS;
  const end = world.now + HEALING_MS;
  const wrong: string[] = [];
  for (let isOver = false; !isOver && world.now < end;) {
    // Somebody looks after the devices; once all is delivered, they look around once more for what others delivered.
    // A request that a tab sent before it died may still be on its way, with what no device has kept.
    isOver = network.count.underWay === 0 && (await isAtRest(devices));
    world.trace.push(isOver ? 'all is delivered' : 'somebody looks after the devices');
    for (const device of devices) {
      device.heal();
      device.join();
    }
    await world.settle();
    await world.run(world.now + LOOKING_MS);
  }
  if (!(await isAtRest(devices))) wrong.push('a queue did not drain, or a device did not come in');
  await meddle();
  const kept = await readServer(ground);
  await judge(devices, network, kept, wrong);
  wrong.push(...(await judgeSums(ground)));
  for (const device of devices) for (const tab of device.tabs) tab.die();
  await world.settle();
  return {
    seed,
    hash: world.hash(),
    wrong,
    records: kept.length,
    requests: network.count.requests,
    serverCrashes: server.crashes,
    trace: world.trace,
  };
}

/** One or two people; some have a second device, which comes late. */
function bringDevices(parts: Omit<DeviceParts, 'name' | 'first'>): readonly SimulatedDevice[] {
  const { world } = parts;
  const devices: SimulatedDevice[] = [];
  const people = 1 + world.below(2);
  for (let n = 1; n <= people; n++) {
    const first = new SimulatedDevice({ ...parts, name: `P${n}`, first: null });
    devices.push(first);
    if (world.chance(0.5)) devices.push(new SimulatedDevice({ ...parts, name: `Q${n}`, first }));
  }
  return devices;
}

/** Has a device do something every now and then, until the bad time is over. */
function liveOn(world: World, device: SimulatedDevice, faults: () => Faults, until: number): void {
  const act = (): void => {
    const { deviceCrash, deviceFull, clockJump } = faults();
    if (world.chance(deviceCrash)) device.crash();
    else if (world.chance(deviceFull)) device.fill(true);
    else if (world.chance(clockJump)) device.jumpClock();
    else if (world.chance(0.1)) device.changeTabs();
    else if (world.chance(0.3)) device.tidy();
    else if (!device.isMember && world.chance(0.5)) device.join();
    else for (let n = 1 + world.below(4); n > 0; n--) device.earn();
    const pause = world.unit() * 30_000;
    if (world.now + pause < until) world.later(pause, `${device.name} acts`, act);
  };
  world.later(world.below(20_000), `${device.name} acts`, act);
}

async function isAtRest(devices: readonly SimulatedDevice[]): Promise<boolean> {
  for (const device of devices) {
    if (!device.isMember || device.tabs.some(({ player }) => player.storage.getState().unsaved > 0)) return false;
    if ((await readDisk(device.factory)).outbox.length > 0) return false;
  }
  return true;
}

interface ServerRecord {
  readonly id: string;
  readonly payload_hash: string;
  readonly player_id: string;
  readonly mark: string | null;
}

async function judge(
  devices: readonly SimulatedDevice[],
  network: Network,
  kept: readonly ServerRecord[],
  wrong: string[],
): Promise<void> {
  const byId = new Map<string, ServerRecord[]>();
  for (const row of kept) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  for (const [id, rows] of byId) if (rows.length !== 1) wrong.push(`${id} is there ${rows.length} times`);
  for (const receipt of network.given) {
    if (receipt.status === 'accepted' && byId.get(receipt.id)?.[0]?.payload_hash !== receipt.payloadHash)
      wrong.push(`${receipt.id} was acknowledged and is not there`);
    if (receipt.status === 'rejected') wrong.push(`${receipt.id} was refused: ${receipt.reason}`);
  }
  for (const device of devices) {
    const disk = await readDisk(device.factory);
    for (const { id, payloadHash, onlyIn } of device.shown) {
      // What was only in memory goes with its page; the screen had said so.
      if (onlyIn?.isDead === true && !disk.records.has(id)) continue;
      if (disk.records.get(id) !== payloadHash) wrong.push(`${id} was shown as kept and is not on ${device.name}`);
      if (byId.get(id)?.[0]?.payload_hash !== payloadHash)
        wrong.push(`${id} was shown as kept on ${device.name} and is not on the server`);
    }
    for (const id of disk.records.keys()) if (!byId.has(id)) wrong.push(`${id} of ${device.name} is not on the server`);
    const own = kept.find(({ id }) => device.shown.some((each) => each.id === id))?.player_id;
    for (const { id, player_id, mark } of kept)
      if (player_id === own && mark === null && !disk.records.has(id)) wrong.push(`${device.name} has not read ${id}`);
    for (const { player } of device.tabs)
      for (const { kind, detail } of player.notices.store.getState())
        if (!EXPECTED.has(kind)) wrong.push(`${device.name} says ${kind}: ${detail.join('; ')}`);
  }
}

/** A full disk and a copied run are part of the story. */
const EXPECTED: ReadonlySet<string> = new Set(['storageFull', 'storageLost']);

async function readServer({ session }: SimulationGround): Promise<readonly ServerRecord[]> {
  const { rows } = await session.query('select id, payload_hash, player_id, mark from record order by id', []);
  return rows as unknown as readonly ServerRecord[];
}

/** The sums that grew with the results must be those that counting anew gives. */
async function judgeSums({ session, library }: SimulationGround): Promise<readonly string[]> {
  const read = async (): Promise<string> => {
    const all = [];
    for (const table of SUMS) {
      const { rows } = await session.query(`select * from ${table}`, []);
      all.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`).toSorted());
    }
    return all.join('\n');
  };
  const before = await read();
  await recount(overSession(session).db, library);
  return before === (await read()) ? [] : ['the sums differ from what counting anew gives'];
}

async function emptyDatabase({ session }: SimulationGround): Promise<void> {
  for (const table of ['team', 'account', 'tombstone', 'rate', 'audit', 'item_option'])
    await session.query(`delete from ${table}`, []);
}

/** A team with a code that everybody knows, and a manager who helps. Written past the faults. */
async function openTeam({ session }: SimulationGround, server: SimulatedServer): Promise<DeviceParts['askManager']> {
  const { db } = overSession(session);
  const { keys, now, origin } = server.grounds;
  const team = await makeTeam({ db, now, origin });
  const manager = await makeManager({ db, now, origin }, { teams: [team] });
  const at = now();
  await db
    .insertInto('join_code')
    .values({
      id: makeUuid(at),
      team_id: team,
      kind: 'player',
      code: markCode(keys, 'join', CODE),
      sealed: keys.seal('join code', CODE),
      most_uses: 1000,
      created_at: at,
      expires_at: new Date(at.getTime() + 30 * 86_400_000),
    })
    .execute();
  return async (player) => {
    const path = `/api/teams/${team}/players/${player}/pairings`;
    const answer = await server.ask(path, { method: 'POST', headers: manager.headers });
    return answer?.status === 201 ? ((await answer.json()) as Pairing).code : null;
  };
}
