/** A simulated device: writes records as the game's own log does, and remembers what they add up to. */
import { stampRecord } from '../../src/player/log/device.ts';
import { makeUuid7 } from '../../src/player/log/uuid.ts';
import { foldLog } from '../../src/player/progress/fold.ts';
import type { Progress } from '../../src/player/progress/progress.ts';
import type { Surroundings } from '../../src/player/surroundings.ts';
import { readRecord, type StoredRecord } from '../../src/wire/records/read-record.ts';
import type { LogRecord, NewRecord } from '../../src/wire/records/records.ts';
import type { Chance } from './chance.ts';

export class SimulatedDevice {
  readonly id: string;
  readonly #chance: Chance;
  readonly #records: LogRecord[] = [];
  #seq = 0;

  constructor(made: Date, chance: Chance) {
    this.#chance = chance;
    this.id = makeUuid7(made.getTime(), chance.fillRandom);
  }

  /** Writes one record. Throws when it is not of its form, since then the game could not have written it. */
  write(fresh: NewRecord, at: number): StoredRecord {
    const stored = stampRecord(fresh, { key: 'device', device: this.id, nextSeq: ++this.#seq }, this.#surroundings(at));
    const read = readRecord(stored);
    if (!read.ok) throw new Error(`a record of the demonstration: ${read.path} ${read.reason}`);
    this.#records.push(read.record);
    return stored;
  }

  get progress(): Omit<Progress, 'complete'> {
    return foldLog(this.#records);
  }

  /** Of the surroundings that a page has, a record needs the clock and the dice. */
  #surroundings(at: number): Surroundings {
    return { now: () => at, fillRandom: this.#chance.fillRandom } as unknown as Surroundings;
  }
}
