import { colour } from './palette.ts';

/**
 * The finishes: how a flat drawing becomes a piece of dyed hide. They are baked once, at build time; live filters would
 * cost every frame. Lengths are in the drawing's units, so a finish looks the same at every raster scale.
 *
 * hide   puppets: dye that thickens to a dark cut edge, mottled by the skin's own grain
 * small  flock birds: a firm dark contour, because at 28 px only the contour is read
 * cut    things of the set: a dark edge, no mottle (they repeat, or they are wet)
 * far    out of the lamp's focus; a blur and nothing else
 * mid    a little out of focus
 * flat   marks and carvings, as drawn
 * mist   no edge anywhere: a wide blur
 * chalk  lines drawn with a crumbling stick: a torn edge, and grain that the paper does not take
 */
export type Finish = 'hide' | 'small' | 'cut' | 'far' | 'mid' | 'flat' | 'mist' | 'chalk';

const edge = (blur: number, strength: number): string =>
  `<feGaussianBlur in="SourceAlpha" stdDeviation="${blur}"/><feComponentTransfer result="in"><feFuncA type="table" tableValues="1 0"/></feComponentTransfer>` +
  `<feFlood flood-color="${colour('ink')}" flood-opacity="${strength}"/><feComposite in2="in" operator="in"/><feComposite in2="SourceAlpha" operator="in" result="edge"/>`;

// light comes through unevenly: pale where the hide is thin
const mottle =
  '<feTurbulence type="fractalNoise" baseFrequency=".034" numOctaves="2" seed="3"/>' +
  `<feColorMatrix values="0 0 0 0 1  0 0 0 0 .86  0 0 0 0 .6  0 .9 0 0 -.36"/><feComposite in2="SourceAlpha" operator="in" result="mottle"/>`;

const merge = (...names: readonly string[]): string =>
  `<feMerge>${names.map((n) => `<feMergeNode in="${n}"/>`).join('')}</feMerge>`;

const RECIPES: Readonly<Record<Finish, string>> = {
  hide: edge(2.2, 0.62) + mottle + merge('SourceGraphic', 'mottle', 'edge'),
  small: edge(5, 0.78) + merge('SourceGraphic', 'edge'),
  cut: edge(1.8, 0.5) + merge('SourceGraphic', 'edge'),
  far: '<feGaussianBlur stdDeviation="1.6"/>',
  mid:
    edge(1.6, 0.4) +
    merge('SourceGraphic', 'edge').replace('<feMerge>', '<feMerge result="m">') +
    '<feGaussianBlur in="m" stdDeviation=".6"/>',
  flat: '',
  mist: '<feGaussianBlur stdDeviation="5"/>',
  chalk:
    '<feTurbulence type="fractalNoise" baseFrequency=".22" numOctaves="2" seed="8" result="n"/>' +
    '<feDisplacementMap in="SourceGraphic" in2="n" scale="2.6" xChannelSelector="R" yChannelSelector="G" result="torn"/>' +
    '<feColorMatrix in="n" values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  0 0 4.4 0 -1.25" result="grain"/><feComposite in="torn" in2="grain" operator="in" result="line"/>' +
    '<feGaussianBlur in="line" stdDeviation=".35"/>',
};

/** The filter element of a finish, or nothing for `flat`. Give the group `filter="url(#finish)"`. */
export function finishFilter(finish: Finish): string {
  const recipe = RECIPES[finish];
  return recipe === ''
    ? ''
    : `<filter id="finish" x="-20%" y="-20%" width="140%" height="140%" color-interpolation-filters="sRGB">${recipe}</filter>`;
}
