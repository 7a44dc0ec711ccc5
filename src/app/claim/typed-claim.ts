/** Claim codes as people scan, type and paste them. */
import { CLAIM_LENGTH, CLAIM_LETTERS, normaliseClaim } from '../../wire/kiosk.ts';

export interface TypedClaim {
  /** In the one form of codes, at most as long as a code. */
  readonly code: string;
  /** Letters that no code has, each once: only U, the others are read as what they look like. */
  readonly strange: readonly string[];
  readonly isWhole: boolean;
}

/** Reads what was typed; also the whole address of a claim, of which only the code counts. */
export function readClaim(typed: string): TypedClaim {
  const all = normaliseClaim(/#(.*)$/.exec(typed)?.[1] ?? typed);
  const strange = [...new Set([...all].filter((letter) => !CLAIM_LETTERS.includes(letter)))];
  return { code: all.slice(0, CLAIM_LENGTH), strange, isWhole: all.length === CLAIM_LENGTH && strange.length === 0 };
}

/** In two halves, as it is shown everywhere: `ABCDE-FGHJK`. */
export function showClaim(code: string): string {
  const half = CLAIM_LENGTH / 2;
  return code.length > half ? `${code.slice(0, half)}-${code.slice(half)}` : code;
}
