/** Waiting work, in which askers take turns: who brings a hundred things waits a hundred turns, nobody else does. */
export interface QueueLimits {
  /** Most entries waiting for one asker. */
  readonly ofOne: number;
  /** Most entries waiting in all. */
  readonly inAll: number;
}

export class FairQueue<Entry> {
  readonly #limits: QueueLimits;
  /** In the order of their turns; an asker is here only while something of theirs waits. */
  readonly #waiting = new Map<string, Entry[]>();
  #size = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#size;
  }

  /** Takes an entry in; false when the asker, or all together, have too many waiting. */
  push(asker: string, entry: Entry): boolean {
    const own = this.#waiting.get(asker) ?? [];
    if (own.length >= this.#limits.ofOne || this.#size >= this.#limits.inAll) return false;
    own.push(entry);
    this.#waiting.set(asker, own);
    this.#size++;
    return true;
  }

  /** The next entry of the asker whose turn it is, who then goes to the end of the line. */
  take(): Entry | undefined {
    const [next] = this.#waiting;
    if (next === undefined) return undefined;
    const [asker, own] = next;
    this.#waiting.delete(asker);
    const entry = own.shift();
    if (own.length > 0) this.#waiting.set(asker, own);
    this.#size--;
    return entry;
  }

  /** Takes everything out at once. */
  empty(): Entry[] {
    const all: Entry[] = [];
    for (let entry = this.take(); entry !== undefined; entry = this.take()) all.push(entry);
    return all;
  }
}
