/** A QR code, drawn on the device: nobody but those in the room learns what it says. */
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { drawModules } from './draw-modules.ts';

/** White modules around the code; four are what readers count on (ISO/IEC 18004). */
const MARGIN = 4;

interface QrProps {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
  readonly class: string;
  /** How much of it may be hidden: `M` 15 %, `L` 7 % for long texts, which would else become too fine. */
  readonly correction?: 'L' | 'M';
}

/** Dark on light with a wide margin, whatever the page looks like: that is what cameras read. */
export function Qr({ text, label, correction = 'M', ...props }: QrProps): JSX.Element {
  const { path, size } = useMemo(() => {
    const { data, size: modules } = encode(text, { ecc: correction, border: 0 });
    return { path: drawModules(data), size: modules };
  }, [text, correction]);
  const whole = size + 2 * MARGIN;
  return (
    <svg
      class={props.class}
      viewBox={`${-MARGIN} ${-MARGIN} ${whole} ${whole}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={whole} height={whole} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
