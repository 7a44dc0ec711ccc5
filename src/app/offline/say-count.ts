import { formatNumber } from '../format.ts';
import type { PartTexts } from '../part-text.ts';
import type { OfflineState } from './state.ts';

const MEGABYTE = 1_000_000;

/** How much of the game is on this device, in a sentence or two. */
export function sayCount(
  t: PartTexts<'offline'>['t'],
  { keeping, count }: Pick<OfflineState, 'keeping' | 'count'>,
): string {
  if (keeping === 'never') return t('settings.never');
  if (count === null) return t('settings.counting');
  if (count.missing === 0) return t('settings.whole');
  const size = t('settings.size', { size: formatNumber(count.missing / MEGABYTE, 1) });
  return t('settings.part', { here: formatNumber(count.here), all: formatNumber(count.all), size });
}
