import * as v from 'valibot';
import type { TextStorage } from '../surroundings.ts';

const KEY = 'marshals-baton/claims';
/** So many of the newest are remembered. */
const MOST = 20;

const ClaimerSchema = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/));
const KeptSchema = v.array(v.object({ code: v.string(), claimer: ClaimerSchema, got: v.boolean() }));
type Kept = v.InferOutput<typeof KeptSchema>[number];

/**
 * As whom this device asks for a visit: the same id for the same code each time, so that an answer that was lost on its
 * way, or the same code scanned again, gets the result again. Without storage it lasts as long as the page.
 */
export class KeptClaims {
  readonly #texts: TextStorage | undefined;
  readonly #fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void;
  /** What the disk did not take. */
  #inMemory: readonly Kept[] = [];

  constructor(texts: TextStorage | undefined, fillRandom: (bytes: Uint8Array<ArrayBuffer>) => void) {
    this.#texts = texts;
    this.#fillRandom = fillRandom;
  }

  /** The claimer's id for a code: 32 random bytes as base64url. Kept before it is used. */
  claimerOf(code: string): string {
    const known = this.#read().find((each) => each.code === code);
    if (known !== undefined) return known.claimer;
    const bytes = new Uint8Array(32);
    this.#fillRandom(bytes);
    const claimer = writeBase64Url(bytes);
    this.#write({ code, claimer, got: false });
    return claimer;
  }

  /** The answer to a code came, and is in the log. */
  settle(code: string): void {
    const known = this.#read().find((each) => each.code === code);
    if (known !== undefined) this.#write({ ...known, got: true });
  }

  /** A code is of no use: somebody else has its visit. */
  forget(code: string): void {
    this.#keep(this.#read().filter((each) => each.code !== code));
  }

  /** The newest code that was asked for and has not been answered yet; null when there is none. */
  open(): string | null {
    return this.#read().findLast(({ got }) => !got)?.code ?? null;
  }

  #write(claim: Kept): void {
    const others = this.#read().filter((each) => each.code !== claim.code);
    this.#keep([...others, claim].slice(-MOST));
  }

  #keep(claims: readonly Kept[]): void {
    this.#inMemory = claims;
    try {
      this.#texts?.setItem(KEY, JSON.stringify(claims));
    } catch {
      // A full disk: the page still has it.
    }
  }

  /** What lies on the disk, where another tab may have written, and what only this page knows. */
  #read(): readonly Kept[] {
    try {
      const read = v.safeParse(KeptSchema, JSON.parse(this.#texts?.getItem(KEY) ?? '[]'));
      const onDisk = read.success ? read.output : [];
      const only = this.#inMemory.filter(({ code }) => onDisk.every((each) => each.code !== code));
      return [...only, ...onDisk];
    } catch {
      return this.#inMemory;
    }
  }
}

function writeBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
