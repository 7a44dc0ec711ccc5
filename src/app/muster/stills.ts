/** The still pictures of the platform: before the examination, and with each rank on its step. */
import type { Rank } from '../../quiz/items/item.ts';

const PICTURES = import.meta.glob<string>('../../../assets/built/muster-*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** The address of the still picture of a rank, or of the platform that waits for one. */
export function stillOf(rank: Rank | null): string | undefined {
  return PICTURES[`../../../assets/built/muster-${rank ?? 'waiting'}.webp`];
}
