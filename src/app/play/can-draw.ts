let known: boolean | undefined;

/** Whether this browser can draw the stage at all. Phaser breaks on arrival where it cannot, so ask before fetching it. */
export function canDraw(): boolean {
  known ??= tryDrawing();
  return known;
}

function tryDrawing(): boolean {
  try {
    const canvas = document.createElement('canvas');
    const gl = canvas.getContext('webgl') ?? canvas.getContext('webgl2');
    gl?.getExtension('WEBGL_lose_context')?.loseContext();
    return gl !== null;
  } catch {
    return false;
  }
}
