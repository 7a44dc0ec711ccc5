/** The colours and the letters that a plot is drawn with: those of the page, so that print and high contrast fit. */
export interface Inks {
  readonly ink: string;
  readonly quiet: string;
  readonly rule: string;
  readonly jade: string;
  readonly indigo: string;
  readonly cinnabar: string;
  readonly ochre: string;
  readonly leaf: string;
  /** For axes, as a canvas wants it. */
  readonly font: string;
  /** How much larger than usual the page's letters are. */
  readonly scale: number;
}

export function readInks(place: Element): Inks {
  const style = getComputedStyle(place);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
  return {
    ink: token('ink'),
    quiet: token('quiet-on-paper'),
    rule: token('rule'),
    jade: token('jade'),
    indigo: token('indigo'),
    cinnabar: token('cinnabar'),
    ochre: token('ochre'),
    leaf: token('leaf'),
    font: `${Math.round(13 * scale)}px ${style.fontFamily}`,
    scale,
  };
}
