export { boundMean, boundRatio, boundShare, type Bound } from './bounds.ts';
export { t99 } from './critical-values.ts';
export { pairedEffect, superiority } from './effect-size.ts';
export { BAND_SHARES, quantilesOf } from './quantiles.ts';
export { judgeAbove, runsOf, scoresOf, shareOf } from './judge.ts';
