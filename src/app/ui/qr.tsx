/** A QR code, drawn on the device: the code of a team is shown to nobody but those in the room. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { drawModules } from './draw-modules.ts';

/** White modules around the code; four are what readers count on (ISO/IEC 18004). */
const MARGIN = 4;

export function Qr(props: { readonly text: string; readonly label: string }): JSX.Element {
  const { path, size } = useMemo(() => {
    const { data, size: modules } = encode(props.text, { ecc: 'M', border: 0 });
    return { path: drawModules(data), size: modules };
  }, [props.text]);
  const whole = size + 2 * MARGIN;
  return (
    <svg
      class="qr"
      viewBox={`${-MARGIN} ${-MARGIN} ${whole} ${whole}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
