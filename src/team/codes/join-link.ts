import type { CodeShown } from '../../wire/accounts.ts';

/**
 * The address that a code's QR leads to. The code stands in the fragment, which browsers send to nobody, so it is in no
 * log on the way. A kiosk sets itself up at a page of its own.
 */
export function joinLink(origin: string, { code, kind }: Pick<CodeShown, 'code' | 'kind'>): string {
  return `${origin}/${kind === 'kiosk' ? 'kiosk' : 'join'}#code=${code ?? ''}`;
}
