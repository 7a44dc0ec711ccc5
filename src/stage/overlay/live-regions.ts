/** One polite and one assertive region. Sentences are told together and at most about one a second. */
import type { Happening, TextRef } from '../../kernel/act.ts';
import type { Voice } from '../act-stage.ts';
import { hold, letPass, startPacing, type Pacing } from './pacing.ts';

export class LiveRegions {
  readonly polite: HTMLElement;
  readonly assertive: HTMLElement;
  readonly #voice: Voice;
  #text: (ref: TextRef) => string;
  #pacing: Pacing<Happening> = startPacing();

  constructor(voice: Voice, text: (ref: TextRef) => string) {
    this.#voice = voice;
    this.#text = text;
    this.polite = makeRegion('status', 'polite');
    this.assertive = makeRegion('alert', 'assertive');
  }

  hear(happened: readonly Happening[]): void {
    this.#pacing = hold(this.#pacing, happened);
  }

  letPass(elapsedMs: number, state: unknown): void {
    const { pacing, due } = letPass(this.#pacing, elapsedMs, (each) => this.#voice.isUrgent?.(each, state) === true);
    this.#pacing = pacing;
    if (due.length === 0) return;
    const told = this.#voice.tell(due, state);
    write(
      this.assertive,
      told.filter((each) => each.urgent === true).map((each) => this.#text(each.text)),
    );
    write(
      this.polite,
      told.filter((each) => each.urgent !== true).map((each) => this.#text(each.text)),
    );
  }

  /** Says one thing at once, such as why a control cannot be used. */
  say(ref: TextRef): void {
    write(this.polite, [this.#text(ref)]);
  }

  setText(text: (ref: TextRef) => string): void {
    this.#text = text;
    this.polite.textContent = '';
    this.assertive.textContent = '';
  }
}

function makeRegion(role: string, live: string): HTMLElement {
  const region = document.createElement('div');
  region.className = 'theatre-unseen';
  region.setAttribute('role', role);
  region.setAttribute('aria-live', live);
  return region;
}

function write(region: HTMLElement, sentences: readonly string[]): void {
  if (sentences.length === 0) return;
  const line = sentences.join(' ');
  // The same words twice would not be read again: a space more makes them new.
  region.textContent = region.textContent === line ? `${line}\u00a0` : line;
}
