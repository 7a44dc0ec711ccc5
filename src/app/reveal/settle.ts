/** Settling a bet is the kernel's: the server settles it in the same way. */
export { settleTruth } from '../../kernel/settle-truth.ts';
