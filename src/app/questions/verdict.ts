import type { Scored } from '../../quiz/index.ts';
import type { IconName } from '../ui/icons.tsx';

export type VerdictWord = 'right' | 'partly' | 'wrong';

export function verdictOf({ right, score }: Scored): VerdictWord {
  return right ? 'right' : score > 0 ? 'partly' : 'wrong';
}

export const VERDICT_ICONS: Readonly<Record<VerdictWord, IconName>> = { right: 'tick', partly: 'half', wrong: 'cross' };
