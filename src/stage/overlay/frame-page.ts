/** The theatre's part of the page: the canvas slot, and everything that is text or is pressed, in reading order. */
import type { TextRef } from '../../kernel/act.ts';
import type { ActStageModule } from '../act-stage.ts';
import type { Box, StageLayout } from '../layout/stage-layout.ts';
import { Captions } from './captions.ts';
import { Gauges } from './gauges.ts';
import { makeIcon } from './icons.ts';
import { LiveRegions } from './live-regions.ts';
import type { Mirrors } from './mirrors.ts';

export interface Page {
  readonly root: HTMLElement;
  readonly slot: HTMLElement;
  readonly gauges: Gauges;
  readonly captions: Captions;
  readonly regions: LiveRegions;
  readonly pause: HTMLButtonElement;
  arrange(layout: StageLayout): void;
  /** Cheap when they stand there already. */
  placeCaptions(box: Box): void;
  setText(text: (ref: TextRef) => string, lang: string): void;
}

/** Builds the page's part. `pauseText` names the pause button. */
export function buildPage(
  module: ActStageModule,
  mirrors: Mirrors,
  text: (ref: TextRef) => string,
  lang: string,
): Page {
  const root = document.createElement('section');
  root.className = 'theatre';
  const slot = document.createElement('div');
  slot.className = 'theatre-slot';
  slot.setAttribute('role', 'img');
  const gauges = new Gauges(module, text);
  const captions = new Captions(text);
  const regions = new LiveRegions(module.voice, text);
  const pause = document.createElement('button');
  pause.type = 'button';
  pause.className = 'theatre-pause';
  pause.append(makeIcon('pause'));
  root.append(slot, gauges.element, mirrors.element, pause, captions.element, regions.polite, regions.assertive);
  const write = (words: (ref: TextRef) => string, tag: string): void => {
    root.lang = tag;
    root.setAttribute('aria-label', words({ key: 'name' }));
    slot.setAttribute('aria-label', words(module.description));
    pause.setAttribute('aria-label', words({ key: 'actions.pause' }));
  };
  write(text, lang);
  let captionsAt: Box | null = null;
  return {
    root,
    slot,
    gauges,
    captions,
    regions,
    pause,
    arrange: (layout) => {
      root.dataset['form'] = layout.form;
      place(gauges.element, layout.gauges);
      place(pause, layout.pause);
    },
    placeCaptions: (box) => {
      if (same(box, captionsAt)) return;
      captionsAt = box;
      place(captions.element, box);
    },
    setText: (words, tag) => {
      write(words, tag);
      gauges.setText(words);
      captions.setText(words);
      regions.setText(words);
    },
  };
}

function same(a: Box, b: Box | null): boolean {
  return a.x === b?.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

function place(element: HTMLElement, box: Box): void {
  element.style.left = `${Math.round(box.x)}px`;
  element.style.top = `${Math.round(box.y)}px`;
  element.style.width = `${Math.round(box.width)}px`;
  element.style.height = `${Math.round(box.height)}px`;
}
