import type { CDPSession, Page } from 'playwright-core';

/** What kind of thing came over the wire. */
export type TransferKind = 'code' | 'picture' | 'font' | 'sound';

/** One answer that has arrived whole. */
export interface Transfer {
  readonly url: string;
  readonly kind: TransferKind;
  /** Bytes on the wire, headers included, as the browser counted them. */
  readonly bytes: number;
}

/** Counts the bytes that a page loads, as they arrive. */
export class TransferWatch {
  readonly #asked = new Map<string, { url: string; type: string }>();
  readonly #done: Transfer[] = [];

  static async start(page: Page): Promise<{ readonly watch: TransferWatch; readonly devtools: CDPSession }> {
    const devtools = await page.context().newCDPSession(page);
    const watch = new TransferWatch();
    devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
      watch.#asked.set(requestId, { url: request.url, type: type ?? 'Other' });
    });
    devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const asked = watch.#asked.get(requestId);
      if (asked === undefined || !asked.url.startsWith('http')) return;
      watch.#done.push({ url: asked.url, kind: kindOf(asked.url, asked.type), bytes: encodedDataLength });
    });
    await devtools.send('Network.enable');
    return { watch, devtools };
  }

  /** Everything that has arrived so far. */
  list(): readonly Transfer[] {
    return [...this.#done];
  }
}

/** Sums up some kinds, in kilobytes of 1,000 bytes. */
export function sumKilobytes(transfers: readonly Transfer[], kinds: readonly TransferKind[]): number {
  return transfers.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

function kindOf(url: string, type: string): TransferKind {
  const { pathname } = new URL(url);
  if (type === 'Font' || pathname.endsWith('.woff2')) return 'font';
  if (/\.(webm|m4a)$/.test(pathname)) return 'sound';
  if (type === 'Image' || /\.(webp|avif|png)$/.test(pathname)) return 'picture';
  return 'code';
}
