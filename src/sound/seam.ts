/** Samples over which a decoded loop's end is led into its beginning: 20 ms at 48 kHz. */
const BLEND = 960;

/**
 * Makes a decoded loop exactly continuous. The file holds the loop's own end before its start, so the last moments before
 * the seam are blended into those: the same music, but the very samples that precede the loop's start.
 * @param samples decoded samples, changed in place
 * @param start   index at which the loop starts; at least a blend's length
 * @param end     index at which it goes back to `start`
 */
export function healSeam(samples: Float32Array, start: number, end: number): void {
  const length = Math.min(BLEND, start);
  for (let i = 0; i < length; i++) {
    const share = (i + 1) / length;
    const tail = end - length + i;
    samples[tail] = (samples[tail] ?? 0) * (1 - share) + (samples[start - length + i] ?? 0) * share;
  }
}
