/**
 * Finds where a text stops being JSON and says it as one would to somebody who is no programmer: the line, and what to do
 * there. The engine's own messages count characters from the beginning of the file, or name no place at all.
 */

/** The first place at which a text is no JSON. */
interface JsonFault {
  /** From 1, as editors count. */
  readonly line: number;
  readonly reason: string;
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;
/** Quotation marks that word processors and clever keyboards make of the straight ones. */
const CURLY = /[“”„«»‘’‟＂]/;
const BOM = '\uFEFF';

class Found extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

/** Where a text that `JSON.parse` has refused goes wrong. */
export function findJsonFault(text: string): JsonFault {
  try {
    new Reader(text).readAll();
  } catch (error) {
    if (!(error instanceof Found)) throw error;
    return { line: lineAt(text, error.at), reason: error.message };
  }
  return { line: 1, reason: 'is no JSON' };
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): void {
    if (this.#text.startsWith(BOM))
      throw new Found(0, 'begins with an invisible mark (BOM): save the file as “UTF-8”, not as “UTF-8 with BOM”');
    this.#skip();
    this.#readValue();
    this.#skip();
    if (this.#at < this.#text.length)
      throw new Found(this.#at, 'something stands behind the end: a bracket is one too many before it');
  }

  #peek(): string {
    return this.#text[this.#at] ?? '';
  }

  #skip(): void {
    this.#take(SPACE);
    if (this.#text.startsWith('//', this.#at) || this.#text.startsWith('/*', this.#at))
      throw new Found(this.#at, 'no remarks can stand in this file');
  }

  #take(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    this.#at += found?.length ?? 0;
    return found !== undefined;
  }

  #readValue(): void {
    const next = this.#peek();
    if (next === '{') this.#readGroup('}', () => this.#readField());
    else if (next === '[') this.#readGroup(']', () => this.#readValue());
    else if (next === '"') this.#readText();
    else if (!this.#take(WORD) && !this.#take(NUMBER)) this.#complain('a value');
  }

  #readField(): void {
    if (/\d,\s*\d$/.test(this.#text.slice(0, this.#at + 1)))
      throw new Found(this.#at, 'a number is written with a point: 0.8, not 0,8');
    if (this.#peek() !== '"') this.#complain('a name in quotation marks');
    this.#readText();
    const ended = this.#at;
    this.#skip();
    if (this.#peek() !== ':') throw new Found(ended, 'a colon is missing after the name');
    this.#at++;
    this.#skip();
    this.#readValue();
  }

  #readGroup(close: '}' | ']', readOne: () => void): void {
    const opened = this.#at++;
    this.#skip();
    if (this.#peek() === close) {
      this.#at++;
      return;
    }
    for (;;) {
      readOne();
      const ended = this.#at;
      this.#skip();
      if (this.#peek() === close) {
        this.#at++;
        return;
      }
      if (this.#peek() !== ',') this.#complainBetween(opened, ended, close);
      const comma = this.#at++;
      this.#skip();
      if (this.#peek() === '}' || this.#peek() === ']')
        throw new Found(comma, `the comma is one too many: nothing follows it before the ${this.#peek()}`);
    }
  }

  /** After a value neither a comma nor the end of its group has come. */
  #complainBetween(opened: number, ended: number, close: string): never {
    const next = this.#peek();
    if (next === '') throw new Found(opened, `the bracket that opens here is never closed: a ${close} is missing`);
    if (next === '}' || next === ']')
      throw new Found(
        this.#at,
        `a ${next} stands where the ${close} of line ${lineAt(this.#text, opened)} must come first`,
      );
    const isSameLine = !this.#text.slice(ended, this.#at).includes('\n');
    if (isSameLine && this.#text[ended - 1] === '"' && next !== '"' && next !== '{')
      throw new Found(
        ended,
        'the text ends too early: within a text, write “ and ” instead of ", or put a backslash before it (\\")',
      );
    throw new Found(ended - 1, 'a comma is missing at the end of this line');
  }

  #readText(): void {
    const began = this.#at++;
    for (; this.#peek() !== '"'; this.#at++) {
      const next = this.#peek();
      if (next === '' || next === '\n' || next === '\r')
        throw new Found(began, 'the text that begins on this line has no quotation mark at its end');
      if (next < ' ') throw new Found(this.#at, 'a tab stands within a text: write a space');
      if (next !== '\\') continue;
      this.#at++;
      if (!/["\\/bfnrtu]/.test(this.#peek()))
        throw new Found(this.#at, 'a backslash stands within a text: write two of them (\\\\)');
    }
    this.#at++;
  }

  #complain(wanted: string): never {
    const next = this.#peek();
    if (next === '') throw new Found(Math.max(0, this.#text.trimEnd().length - 1), 'the file ends too early');
    if (CURLY.test(next))
      throw new Found(this.#at, `the quotation mark ${next} is a typographic one: write the straight "`);
    if (next === "'") throw new Found(this.#at, 'write the straight double quotation mark " instead of \'');
    if (next === ',') throw new Found(this.#at, 'a comma is one too many');
    throw new Found(this.#at, `${wanted} must come here, not ${next}`);
  }
}
