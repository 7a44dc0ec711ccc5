/** A province: what is there before anyone moves, and never changes. Towns are numbered in reading order. */
export interface Province {
  /** Number of towns. */
  readonly towns: number;
  /** By town: place on the map, from 0 (left, top) to 1 (right, bottom). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** By town: its neighbours, in reading order. Neighbourhood is mutual, and every town can be reached from every other. */
  readonly neighbours: readonly (readonly number[])[];
  /** By town: coins a week that it pays to whoever holds it. */
  readonly worth: Int16Array;
  /** By town: price of winning over its garrison (the rivals' customers) where there are no walls. */
  readonly garrison: Int16Array;
}

/** A province with what only recon shows. */
export interface Survey {
  readonly province: Province;
  /** By town: the estimate of its walls that everyone has, lowest and highest possible. */
  readonly low: Int16Array;
  readonly high: Int16Array;
  /** By town: the true walls; hidden. */
  readonly full: Int16Array;
}
