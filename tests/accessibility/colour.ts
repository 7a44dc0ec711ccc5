/** Colours as eyes see them: contrast, difference, and what is left of them without one kind of cone. */

/** Red, green and blue of sRGB, each 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** An sRGB channel, 0 to 255, as light, 0 to 1 (IEC 61966-2-1; WCAG 2.2 writes the same with the knee at 0.04045). */
export function lightOf(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance, 0 to 1 (WCAG 2.2, "relative luminance"). */
export function luminanceOf([red, green, blue]: Rgb): number {
  return 0.2126 * lightOf(red) + 0.7152 * lightOf(green) + 0.0722 * lightOf(blue);
}

/** Contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [high, low] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

export type Deficiency = 'protan' | 'deutan' | 'tritan';

/**
 * Matrices for severity 1.0 on linear RGB: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes, "A Physiologically-based
 * Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (6), 2009, table 1.
 */
const MACHADO: Readonly<Record<Deficiency, readonly (readonly [number, number, number])[]>> = {
  protan: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deutan: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritan: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The colour as somebody sees it who has no cones of one kind. */
export function simulate(colour: Rgb, deficiency: Deficiency): Rgb {
  const light = colour.map(lightOf);
  const [red = 0, green = 0, blue = 0] = MACHADO[deficiency].map((row) =>
    row.reduce((sum, share, n) => sum + share * (light[n] ?? 0), 0),
  );
  return [channelOf(red), channelOf(green), channelOf(blue)];
}

function channelOf(light: number): number {
  const share = light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.min(255, Math.max(0, share * 255));
}

type Lab = readonly [lightness: number, a: number, b: number];

/** CIE 1976 L*a*b* of an sRGB colour under D65, its own white. */
export function labOf([red, green, blue]: Rgb): Lab {
  const [r, g, b] = [lightOf(red), lightOf(green), lightOf(blue)];
  const root = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = root((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = root(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = root((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const RADIANS = Math.PI / 180;

/** The angle of a hue in degrees, 0 to 360; 0 for grey. */
function hueOf(a: number, b: number): number {
  return a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / RADIANS + 360) % 360;
}

/** Difference of two hues the short way round, -180 to 180; 0 when one is grey. */
function turnBetween(from: number, to: number, isGrey: boolean): number {
  if (isGrey) return 0;
  const turn = to - from;
  return turn > 180 ? turn - 360 : turn < -180 ? turn + 360 : turn;
}

function meanHue(one: number, other: number, isGrey: boolean): number {
  if (isGrey) return one + other;
  if (Math.abs(one - other) <= 180) return (one + other) / 2;
  return one + other < 360 ? (one + other + 360) / 2 : (one + other - 360) / 2;
}

/**
 * ΔE₀₀, the difference between two colours in steps that are just seen (about 1 side by side): G. Sharma, W. Wu,
 * E. N. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research & Application 30 (1), 2005. All weights are 1.
 */
export function differenceOf([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const seventh = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const stretch = 1 + 0.5 * (1 - Math.sqrt(seventh / (seventh + 25 ** 7)));
  const [c1, c2] = [Math.hypot(a1 * stretch, b1), Math.hypot(a2 * stretch, b2)];
  const [h1, h2] = [hueOf(a1 * stretch, b1), hueOf(a2 * stretch, b2)];
  const isGrey = c1 * c2 === 0;
  const [lightness, chroma] = [(l1 + l2) / 2, (c1 + c2) / 2];
  const hue = meanHue(h1, h2, isGrey);
  const byHue =
    1 -
    0.17 * Math.cos((hue - 30) * RADIANS) +
    0.24 * Math.cos(2 * hue * RADIANS) +
    0.32 * Math.cos((3 * hue + 6) * RADIANS) -
    0.2 * Math.cos((4 * hue - 63) * RADIANS);
  const byLightness = 1 + (0.015 * (lightness - 50) ** 2) / Math.sqrt(20 + (lightness - 50) ** 2);
  const lightStep = (l2 - l1) / byLightness;
  const chromaStep = (c2 - c1) / (1 + 0.045 * chroma);
  const hueStep =
    (2 * Math.sqrt(c1 * c2) * Math.sin((turnBetween(h1, h2, isGrey) / 2) * RADIANS)) / (1 + 0.015 * chroma * byHue);
  const turn = 30 * Math.exp(-(((hue - 275) / 25) ** 2));
  const twist = -Math.sin(2 * turn * RADIANS) * 2 * Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7));
  return Math.sqrt(lightStep ** 2 + chromaStep ** 2 + hueStep ** 2 + twist * chromaStep * hueStep);
}
