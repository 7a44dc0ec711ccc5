/** Numbers as the reader's language writes them. */
import { currentLanguage } from '../i18n/index.ts';

/** A number with at most `digits` places after the point. */
export function formatNumber(value: number, digits = 0): string {
  return new Intl.NumberFormat(currentLanguage(), { maximumFractionDigits: digits }).format(value);
}

/** A share from 0 to 1 as a whole percentage, without its sign (texts carry it). */
export function formatPercent(share: number): string {
  return formatNumber(Math.round(share * 100));
}
