/** Captions: what can be heard, written where it does not hide what is pressed. Two lines at most, each as long as it takes to read. */
import type { TextRef } from '../../kernel/act.ts';
import type { Caption } from '../act-stage.ts';

/** Reading pace of a slow reader, in characters a second; and the least time a caption stays. */
const CHARACTERS_PER_SECOND = 12;
const LEAST_MS = 1400;
const MOST_LINES = 2;

interface Line {
  readonly ref: Caption;
  readonly element: HTMLElement;
  leftMs: number;
}

export class Captions {
  readonly element: HTMLElement;
  on = true;
  #lines: Line[] = [];
  #text: (ref: TextRef) => string;

  constructor(text: (ref: TextRef) => string) {
    this.#text = text;
    this.element = document.createElement('div');
    this.element.className = 'theatre-captions';
    // The live regions tell the same in sentences; reading captions too would say everything twice.
    this.element.setAttribute('aria-hidden', 'true');
  }

  show(ref: Caption): void {
    if (!this.on && !ref.isStory) return;
    const written = this.#text(ref);
    const same = this.#lines.find((line) => line.ref.key === ref.key);
    if (same) {
      same.element.textContent = written;
      same.leftMs = readingMs(written);
      return;
    }
    while (this.#lines.length >= MOST_LINES) {
      const ambient = this.#lines.find((line) => line.ref.ambient);
      if (ref.ambient && !ambient) return;
      this.#drop(ambient ?? this.#lines.find((line) => !line.ref.isStory) ?? this.#lines[0]);
    }
    const element = document.createElement('p');
    element.textContent = written;
    this.element.append(element);
    this.#lines.push({ ref, element, leftMs: readingMs(written) });
  }

  letPass(elapsedMs: number): void {
    for (const line of this.#lines) line.leftMs -= elapsedMs;
    for (const line of this.#lines.filter((each) => each.leftMs <= 0)) this.#drop(line);
  }

  setText(text: (ref: TextRef) => string): void {
    this.#text = text;
    for (const line of this.#lines) line.element.textContent = text(line.ref);
  }

  clear(): void {
    for (const line of this.#lines) this.#drop(line);
  }

  #drop(line: Line | undefined): void {
    if (!line) return;
    line.element.remove();
    this.#lines = this.#lines.filter((each) => each !== line);
  }
}

function readingMs(written: string): number {
  // A Chinese character says about as much as three letters.
  let length = 0;
  for (const sign of written) length += sign > '\u2e80' ? 3 : 1;
  return Math.max(LEAST_MS, (length / CHARACTERS_PER_SECOND) * 1000);
}
