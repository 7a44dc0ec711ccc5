/** Colours of the lamp and the hour as numbers, and what lies between two of them. */

export type Rgb = readonly [number, number, number];

export function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

export function mixRgb(a: Rgb, b: Rgb, t: number): Rgb {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

/** As Phaser wants a tint. */
export function tintOf(colour: Rgb): number {
  return (Math.round(colour[0]) << 16) | (Math.round(colour[1]) << 8) | Math.round(colour[2]);
}

/** As CSS wants it. */
export function css(colour: Rgb, alpha = 1): string {
  return `rgba(${Math.round(colour[0])},${Math.round(colour[1])},${Math.round(colour[2])},${alpha})`;
}

/** Looks a colour up on a scale of stops [at, colour], `at` rising. */
export function between(stops: readonly (readonly [number, Rgb])[], at: number): Rgb {
  let before = stops[0];
  for (const stop of stops) {
    if (stop[0] >= at) {
      if (!before || stop[0] === before[0]) return stop[1];
      return mixRgb(before[1], stop[1], (at - before[0]) / (stop[0] - before[0]));
    }
    before = stop;
  }
  return before?.[1] ?? [255, 255, 255];
}

export const TOKENS = {
  lamp: rgb('#F6D9A0'),
  screen: rgb('#F3E3C3'),
  ink: rgb('#1E1512'),
  cinnabar: rgb('#B3321F'),
  madder: rgb('#7A1F1A'),
  jade: rgb('#2F6B57'),
  indigo: rgb('#22406B'),
  ochre: rgb('#C98B2B'),
  night: rgb('#120C0A'),
  white: [255, 255, 255] as Rgb,
} as const;
