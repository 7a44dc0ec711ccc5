/**
 * A 64-bit fingerprint of a run's state, made of two 32-bit FNV-1a lanes with different offsets
 * (Fowler, Noll, Vo, 1991). It tells where two runs drift apart; it is no signature.
 */
export class Digest {
  #low = 0x811c9dc5;
  #high = 0xcbf29ce4;
  readonly #view = new DataView(new ArrayBuffer(8));

  /** Adds one integer; only its low 32 bits count. */
  int(value: number): this {
    const word = value | 0;
    this.#low = Math.imul(this.#low ^ word, 0x01000193);
    this.#low ^= this.#low >>> 15;
    this.#high = Math.imul(this.#high ^ word, 0x5bd1e995);
    this.#high ^= this.#high >>> 13;
    return this;
  }

  /** Adds one double, bit by bit; −0 and 0 differ, so rules must not depend on that. */
  float(value: number): this {
    this.#view.setFloat64(0, value);
    return this.int(this.#view.getInt32(0)).int(this.#view.getInt32(4));
  }

  /** Adds every element of a typed array of integers, and its length. */
  ints(values: ArrayLike<number>): this {
    this.int(values.length);
    for (let i = 0; i < values.length; i++) this.int(values[i] as number);
    return this;
  }

  /** Adds every element of an array of doubles, and its length. */
  floats(values: ArrayLike<number>): this {
    this.int(values.length);
    for (let i = 0; i < values.length; i++) this.float(values[i] as number);
    return this;
  }

  /** Adds the UTF-16 units of a text, and its length. */
  text(value: string): this {
    this.int(value.length);
    for (let i = 0; i < value.length; i++) this.int(value.charCodeAt(i));
    return this;
  }

  /** The fingerprint so far, as 16 hexadecimal digits. */
  hex(): string {
    const word = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
    return word(this.#high) + word(this.#low);
  }
}
