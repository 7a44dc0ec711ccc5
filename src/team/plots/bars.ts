import uPlot from 'uplot';

/**
 * A series drawn as bars.
 * @param share  of the room between two places that a bar takes, 0 to 1
 * @param widest in CSS pixels
 */
export function bars(fill: uPlot.Series.Fill, share: number, widest: number): uPlot.Series {
  const make = uPlot.paths.bars;
  if (make === undefined) throw new Error('this build of uPlot draws no bars');
  return { paths: make({ size: [share, widest] }), points: { show: false }, width: 0, fill };
}
