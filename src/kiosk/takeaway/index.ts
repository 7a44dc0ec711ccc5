/**
 * What a visitor takes home. Texts are those of the part `claim`, which the page must have loaded (`useParts`).
 *
 *   const claim = makeClaim();                                 // with the visit; null without a membership
 *   <TakeAway address={settings.address} claim={claim} />
 */
export { makeClaim } from './make-claim.ts';
export { TakeAway } from './take-away.tsx';
