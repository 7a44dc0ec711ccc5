/** Codes as people type, paste and scan them. */
import { CODE_LENGTH, CODE_LETTERS, normaliseCode } from '../../wire/joining.ts';

/** Letters of a code for a second device. */
export const PAIRING_LENGTH = 10;

export interface TypedCode {
  /** In the one form of codes, at most as long as the code. */
  readonly code: string;
  /** Letters and digits that no code has, each once. */
  readonly strange: readonly string[];
  readonly isWhole: boolean;
}

/** Reads what was typed; also the whole address of a join link, of which only the code counts. */
export function readTyped(typed: string, length: number = CODE_LENGTH): TypedCode {
  const linked = /#(?:code|pair)=([^&]*)/.exec(typed)?.[1];
  const all = normaliseCode(linked ?? typed);
  const strange = [...new Set([...all].filter((letter) => !CODE_LETTERS.includes(letter)))];
  const code = all.slice(0, length);
  return { code, strange, isWhole: all.length === length && strange.length === 0 };
}

/** In two halves, as it is shown everywhere. */
export function showCode(code: string, length: number = CODE_LENGTH): string {
  const half = length / 2;
  return code.length > half ? `${code.slice(0, half)}-${code.slice(half)}` : code;
}

/** Where the cursor stands in the shown code when `before` letters of the code are before it. */
export function placeCursor(before: number, length: number = CODE_LENGTH): number {
  return before > length / 2 ? before + 1 : before;
}

/** What the address brings along; empty texts for nothing. */
export function readAddress(hash: string): { readonly code: string; readonly pair: string } {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  return { code: values.get('code') ?? '', pair: values.get('pair') ?? '' };
}
