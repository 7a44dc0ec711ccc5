/** The numbers of the play along the top rail: drawn, readable, and with words for those who hear them. */
import type { Gauge, TextRef } from '../../kernel/act.ts';
import type { ActStageModule, GaugeForm } from '../act-stage.ts';
import { makeIcon } from './icons.ts';

interface Shown {
  readonly element: HTMLElement;
  readonly words: HTMLElement;
  readonly figure: HTMLElement;
  readonly form: GaugeForm;
  gauge: Gauge;
  value: number;
  max: number | undefined;
}

export class Gauges {
  readonly element: HTMLElement;
  readonly #module: ActStageModule;
  readonly #shown = new Map<string, Shown>();
  #text: (ref: TextRef) => string;

  constructor(module: ActStageModule, text: (ref: TextRef) => string) {
    this.#module = module;
    this.#text = text;
    this.element = document.createElement('ul');
    this.element.className = 'theatre-gauges';
    this.element.setAttribute('role', 'list');
  }

  update(gauges: readonly Gauge[]): void {
    for (const gauge of gauges) {
      const shown = this.#shown.get(gauge.id) ?? this.#make(gauge);
      if (shown.value === gauge.value && shown.max === gauge.max) continue;
      const rose = gauge.value > shown.value;
      shown.gauge = gauge;
      shown.value = gauge.value;
      shown.max = gauge.max;
      this.#draw(shown);
      if (shown.form === 'count' && rose) answer(shown.element);
    }
  }

  setText(text: (ref: TextRef) => string): void {
    this.#text = text;
    for (const shown of this.#shown.values()) this.#draw(shown);
  }

  /** Draws the eye to a gauge, such as the effort that did not suffice. */
  nudge(id: string): void {
    const shown = this.#shown.get(id);
    if (shown) answer(shown.element, 'refuses');
  }

  #make(gauge: Gauge): Shown {
    const element = document.createElement('li');
    const form = this.#module.gaugeForms[gauge.id] ?? 'count';
    element.className = 'theatre-gauge';
    element.dataset['form'] = form;
    element.dataset['gauge'] = gauge.id;
    const icon = this.#module.icons[gauge.id];
    if (icon !== undefined) element.append(makeIcon(icon));
    const figure = document.createElement('span');
    figure.className = 'theatre-gauge-figure';
    figure.setAttribute('aria-hidden', 'true');
    const words = document.createElement('span');
    words.className = 'theatre-unseen';
    element.append(figure, words);
    this.element.append(element);
    const shown: Shown = { element, words, figure, form, gauge, value: Number.NaN, max: undefined };
    this.#shown.set(gauge.id, shown);
    return shown;
  }

  #draw({ gauge, form, figure, words, element }: Shown): void {
    const max = gauge.max ?? 0;
    words.textContent = this.#text(gauge.text);
    element.title = words.textContent;
    if (form === 'rounds') {
      if (figure.childElementCount !== max)
        figure.replaceChildren(...Array.from({ length: max }, () => document.createElement('i')));
      for (let i = 0; i < figure.childElementCount; i++) {
        const notch = figure.children[i] as HTMLElement;
        notch.dataset['state'] = i + 1 < gauge.value ? 'past' : i + 1 === gauge.value ? 'now' : 'ahead';
      }
    } else if (form === 'bar') {
      if (!figure.firstElementChild) figure.append(document.createElement('b'), document.createElement('em'));
      const share = max > 0 ? Math.max(0, Math.min(1, gauge.value / max)) : 0;
      figure.style.setProperty('--share', String(share));
      const number = figure.lastElementChild;
      if (number) number.textContent = String(Math.round(gauge.value));
    } else if (form === 'clock') {
      figure.style.setProperty('--share', String(max > 0 ? gauge.value / max : 0));
      figure.textContent = String(Math.ceil(gauge.value));
    } else {
      figure.textContent = String(Math.round(gauge.value));
    }
  }
}

function answer(element: HTMLElement, how = 'rises'): void {
  element.removeAttribute('data-answer');
  // Reading a size makes the browser forget the running animation, so that it begins anew.
  void element.offsetWidth;
  element.setAttribute('data-answer', how);
}
