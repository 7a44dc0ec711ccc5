/** A plot by uPlot with a sentence for the ear and a table behind it. */
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { usePartText } from '../../app/part-text.ts';
import { useWidth } from '../../app/ui/use-width.ts';
import { readInks, type Inks } from './inks.ts';

interface PlotProps {
  /** What is to be seen, in one sentence: read out in the place of the picture. */
  readonly label: string;
  readonly data: uPlot.AlignedData;
  /** CSS pixels at the usual size of letters. */
  readonly height: number;
  /** Everything of the plot but its size. Made anew when data, language or width change. */
  options(inks: Inks, width: number): Omit<uPlot.Options, 'width' | 'height'>;
  /** The same numbers as a table. */
  readonly table: ComponentChildren;
  readonly caption?: string;
}

export function Plot(props: PlotProps): JSX.Element {
  const { t, language } = usePartText('team');
  // Nothing is drawn before the room is known: a drawing that is too wide would push the page.
  const [place, width] = useWidth(0);
  const canvas = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const host = canvas.current;
    if (!host || width === 0) return undefined;
    const inks = readInks(host);
    const plot = new uPlot(
      { ...props.options(inks, width), width, height: Math.round(props.height * inks.scale) },
      props.data,
      host,
    );
    return () => plot.destroy();
  }, [props.data, width, language, props.height]);
  return (
    <figure class="plot-figure">
      <div ref={place}>
        <div
          class="plot-host"
          ref={canvas}
          role="img"
          aria-label={props.label}
          style={{ minHeight: `${props.height / 16}rem` }}
        />
      </div>
      {props.caption === undefined ? null : <figcaption>{props.caption}</figcaption>}
      <details class="behind">
        <summary>{t('plot.table')}</summary>
        {props.table}
      </details>
    </figure>
  );
}
