import type { Done } from '../../player/index.ts';
import type { PartTexts } from '../part-text.ts';

type Refused = Extract<Done<unknown>, { readonly ok: false }>;

/** Why something did not work, in words. */
export function sayRefusal(
  refused: Refused,
  { join, server }: { readonly join: PartTexts<'join'>['t']; readonly server: PartTexts<'server'>['t'] },
): string {
  if (refused.why === 'offline') return join('offline');
  return refused.why === 'busy' ? join('busy') : server(refused.why);
}
