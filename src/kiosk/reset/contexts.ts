/** Gives drawing contexts back. A browser has a handful; a frame that is loaded anew leaves its own to the collector. */

const seen = new Set<WeakRef<HTMLCanvasElement>>();

/** Remembers the canvases inside an element, for as long as they live. */
export function noteCanvases(place: ParentNode): void {
  const known = new Set([...seen].map((ref) => ref.deref()));
  for (const canvas of place.querySelectorAll('canvas')) if (!known.has(canvas)) seen.add(new WeakRef(canvas));
}

/** Loses the context of every canvas that was noted. Call it when nothing draws any more, and load the page anew. */
export function giveBackContexts(): void {
  for (const ref of seen) {
    const canvas = ref.deref();
    // Asking for the kind it has returns the one that there is; asking for another one returns null.
    const context = canvas?.getContext('webgl') ?? canvas?.getContext('webgl2');
    if (context && !context.isContextLost()) context.getExtension('WEBGL_lose_context')?.loseContext();
  }
  seen.clear();
}
